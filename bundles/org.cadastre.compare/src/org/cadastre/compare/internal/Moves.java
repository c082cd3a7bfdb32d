package org.cadastre.compare.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.cadastre.compare.model.Counts;
import org.cadastre.compare.model.Verdict;

/**
 * Finds what went from one device to another, or elsewhere on its device: an address, a network card, a disk
 * ({@code @Meta(movesWith="serialNumber")}). Both halves are told as moved then, each naming the other device; on one device
 * they become one.
 *
 * <p>Precondition: both halves are proven by coverage, one removed, one added. A move is concluded only if there is one of
 * each; of an address, only if the device lists say as well that no other device has it, on either side, since the same
 * private address may be on many hosts.
 */
final class Moves {

    private final Targets before;
    private final Targets after;

    Moves(Targets before, Targets after) {
        this.before = before;
        this.after = after;
    }

    void tell(List<Findings> found) {
        Map<List<Object>, List<Traveller>> byIdentity = new LinkedHashMap<>();
        found.stream().flatMap(findings -> findings.travellers().stream())
                .forEach(traveller -> byIdentity.computeIfAbsent(traveller.identity(), none -> new ArrayList<>()).add(traveller));
        byIdentity.values().stream().filter(pair -> pair.size() == 2).forEach(this::tellPair);
    }

    private void tellPair(List<Traveller> pair) {
        boolean leftFirst = pair.getFirst().change().getKind() == Verdict.REMOVED;
        Traveller left = leftFirst ? pair.getFirst() : pair.getLast();
        Traveller came = leftFirst ? pair.getLast() : pair.getFirst();
        boolean isOneWay = left.change().getKind() == Verdict.REMOVED && came.change().getKind() == Verdict.ADDED;
        if (!isOneWay || !isAlone(left, before) || !isAlone(came, after)) {
            return;
        }
        int number = came.change().getElements();
        came.change().setElementBefore(left.change().getElement());
        came.change().setKind(Verdict.MOVED);
        recount(left, Verdict.REMOVED, -number);
        recount(came, Verdict.ADDED, -number);
        recount(came, Verdict.MOVED, number);
        if (left.device() == came.device()) {
            came.change().setBefore(left.change().getBefore());
            left.device().getChanges().remove(left.change());
        } else {
            left.change().setKind(Verdict.MOVED);
            recount(left, Verdict.MOVED, number);
            left.change().setOtherDevice(came.device().getDevice());
            came.change().setOtherDevice(left.device().getDevice());
        }
    }

    private static boolean isAlone(Traveller traveller, Targets side) {
        return traveller.addresses().stream()
                .allMatch(address -> side.holders(address).equals(List.of(traveller.device().getDevice())));
    }

    private static void recount(Traveller half, Verdict verdict, int number) {
        Counts section = half.device().getSections().stream()
                .filter(one -> one.getSection().equals(half.change().getSection())).findFirst().orElseThrow().getElements();
        Tally.add(half.device().getElements(), verdict, number);
        Tally.add(section, verdict, number);
    }
}
