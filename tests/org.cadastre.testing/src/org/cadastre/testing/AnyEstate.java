package org.cadastre.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import org.cadastre.compare.model.Verdict;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.Section;
import org.cadastre.model.TargetResult;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.repository.EstateException;
import org.eclipse.emf.common.util.EList;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;

/**
 * A whole estate by a seed, and the same estate after something was done to it, with the list of what a comparison must
 * tell: no more and no less. Devices change, are replaced, are switched off or appear, lose a right, and things go from
 * one device to another.
 */
public final class AnyEstate {

    /**
     * A change of a device, as far as it can be foretold.
     *
     * @param otherDevice id of the device that the element came from or went to, else null
     */
    public record Change(String device, Told told, String otherDevice) {
    }

    /**
     * Something that must not be said.
     *
     * @param section empty for a device as a whole
     */
    public record Unknown(String device, String section) {
    }

    private final Random random;
    private final AnyDevice source;
    private final List<Device> before = new ArrayList<>();
    private final Map<String, Device> after = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Unknown> unknowns = new ArrayList<>();
    private final List<String> off = new ArrayList<>();
    private int last;

    /**
     * @param devices how many the estate has before
     * @param elements most elements in a list
     */
    public AnyEstate(long seed, int devices, int elements) {
        random = new Random(seed);
        source = new AnyDevice(random, elements);
        for (int i = 0; i < devices; i++) {
            before.add(device());
        }
        before.forEach(device -> after.put(target(device), EcoreUtil.copy(device)));
        before.forEach(this::change);
        if (devices > 1) {
            travel(before.getFirst(), before.getLast());
        }
        if (random.nextInt(3) == 0) {
            Device come = device();
            after.put(target(come), come);
            changes.add(whole(come, Verdict.ADDED));
        }
    }

    private Device device() {
        Device device = source.device();
        last++;
        device.setId("%016x".formatted(last));
        device.setName("host" + last);
        return device;
    }

    private static String target(Device device) {
        return "192.0.2." + Integer.parseInt(device.getName().substring("host".length()));
    }

    private void change(Device device) {
        boolean mayTravel = device == before.getFirst() || device == before.getLast();
        Device now = after.get(target(device));
        switch (mayTravel ? 9 : random.nextInt(6)) {
            case 0, 1 -> {
                KnownChanges known = new KnownChanges(random, source, true);
                after.put(target(device), known.apply(device));
                known.told().forEach(told -> changes.add(new Change(device.getId(), told, null)));
            }
            case 2 -> {
                Section denied = now.getSections().get(random.nextInt(now.getSections().size()));
                deny(denied);
                unknowns.add(new Unknown(device.getId(), denied.eClass().getName()));
            }
            case 3 -> {
                off.add(target(device));
                after.remove(target(device));
                unknowns.add(new Unknown(device.getId(), ""));
            }
            case 4 -> {
                Device other = device();
                other.setName(device.getName());
                after.put(target(device), other);
                changes.add(whole(device, Verdict.REMOVED));
                changes.add(whole(other, Verdict.ADDED));
            }
            default -> {
                // stays as it is
            }
        }
    }

    private static void deny(Section section) {
        Metamodel.contentReferences(section.eClass()).forEach(section::eUnset);
        Metamodel.contentAttributes(section.eClass()).forEach(section::eUnset);
        section.setCoverage(Coverage.DENIED);
        section.setReason("needs root");
    }

    private static Change whole(Device device, Verdict kind) {
        String size = String.valueOf(Metamodel.countElements(device));
        boolean came = kind == Verdict.ADDED;
        return new Change(device.getId(), new Told("", "", "", kind, came ? null : size, came ? size : null), null);
    }

    /** Something goes from one device to another, if the two have anything that is known again elsewhere. */
    private void travel(Device from, Device to) {
        for (Section section : after.get(target(from)).getSections()) {
            Optional<EObject> traveller = section.eContents().stream().filter(AnyEstate::isTraveller).findFirst();
            if (traveller.isPresent()) {
                EObject element = traveller.get();
                EReference containment = element.eContainmentFeature();
                String path = Metamodel.path(element);
                Section there = after.get(target(to)).getSections().stream()
                        .filter(other -> other.eClass() == section.eClass()).findFirst().orElseThrow();
                children(there, containment).add(element);
                String name = section.eClass().getName();
                changes.add(new Change(from.getId(), new Told(name, path, "", Verdict.MOVED, null, null), to.getId()));
                changes.add(new Change(to.getId(), new Told(name, path, "", Verdict.MOVED, path, null), from.getId()));
            }
        }
    }

    private static boolean isTraveller(EObject element) {
        List<EAttribute> marks = Metamodel.annotation(element.eClass(), "movesWith").stream()
                .flatMap(names -> Arrays.stream(names.strip().split("\\s+")))
                .map(name -> (EAttribute) element.eClass().getEStructuralFeature(name)).toList();
        return !marks.isEmpty() && marks.stream().allMatch(mark -> element.eGet(mark) != null
                && !Metamodel.text(mark, element.eGet(mark)).isEmpty());
    }

    @SuppressWarnings("unchecked")
    private static EList<EObject> children(EObject element, EReference containment) {
        return (EList<EObject>) element.eGet(containment);
    }

    public void saveBefore(EstateOnDisk estate, String label) throws EstateException {
        EstateOnDisk.Draft draft = estate.snapshot();
        before.forEach(device -> draft.read(target(device), device));
        after.keySet().stream().filter(target -> before.stream().noneMatch(device -> target(device).equals(target)))
                .forEach(draft::silent);
        draft.save(label);
    }

    public void saveAfter(EstateOnDisk estate, String label) throws EstateException {
        EstateOnDisk.Draft draft = estate.snapshot();
        after.forEach(draft::read);
        off.forEach(target -> draft.failed(target, TargetResult.NO_ANSWER, "nothing answers"));
        draft.save(label);
    }

    /** What must be told, each as often as it is in the list. */
    public Map<Change, Long> changes() {
        return counted(changes);
    }

    /** What must be called unknown, nothing else. */
    public Map<Unknown, Long> unknowns() {
        return counted(unknowns);
    }

    public static <T> Map<T, Long> counted(List<T> list) {
        return list.stream().collect(Collectors.groupingBy(one -> one, Collectors.counting()));
    }

    /** How many devices are the same before and after. */
    public int untouched() {
        return (int) before.stream().filter(device -> after.containsKey(target(device))
                && EcoreUtil.equals(device, after.get(target(device)))).count();
    }
}
