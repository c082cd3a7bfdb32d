package org.cadastre.repository.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;

/** Finds the snapshot that a user means. */
public final class SnapshotNames {

    private static final Pattern LATEST = Pattern.compile("latest(?:~(\\d{1,9}))?");
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{4,40}");
    private static final int SHOWN = 5;

    private SnapshotNames() {
    }

    /**
     * @param name label, id, beginning of an id, "latest" or "latest~N"; tried in this order
     * @param snapshots newest first
     * @param estate where they are, for the message
     */
    public static SnapshotInfo find(String name, List<SnapshotInfo> snapshots, Path estate) throws EstateException {
        String wanted = Labels.normal(name);
        if (snapshots.isEmpty()) {
            throw new EstateException("The estate " + estate + " has no snapshot yet.");
        }
        List<SnapshotInfo> labelled = matching(snapshots, snapshot -> snapshot.label().equals(wanted));
        if (!labelled.isEmpty()) {
            return labelled.getFirst();
        }
        Matcher latest = LATEST.matcher(wanted);
        if (latest.matches()) {
            int back = latest.group(1) == null ? 0 : Integer.parseInt(latest.group(1));
            if (back >= snapshots.size()) {
                throw new EstateException("There is no snapshot " + wanted + ": the estate " + estate + " has "
                        + snapshots.size() + ", the oldest is \"" + snapshots.getLast().label() + "\".");
            }
            return snapshots.get(back);
        }
        if (ID.matcher(wanted).matches()) {
            String prefix = wanted.toLowerCase(Locale.ROOT);
            List<SnapshotInfo> identified = matching(snapshots, snapshot -> snapshot.id().startsWith(prefix));
            if (identified.size() == 1) {
                return identified.getFirst();
            }
            if (identified.size() > 1) {
                throw new EstateException("Several snapshots in " + estate + " have ids that begin with " + wanted + ": "
                        + identified.stream().limit(SHOWN).map(SnapshotNames::idAndLabel)
                                .collect(Collectors.joining(", ")) + ".");
            }
        }
        throw new EstateException("No snapshot \"" + Labels.printable(wanted) + "\" in " + estate + "; "
                + suggestion(wanted, snapshots));
    }

    private static String suggestion(String wanted, List<SnapshotInfo> snapshots) {
        String folded = wanted.toLowerCase(Locale.ROOT);
        List<SnapshotInfo> near = folded.isEmpty() ? List.of() : matching(snapshots, snapshot -> {
            String label = snapshot.label().toLowerCase(Locale.ROOT);
            return label.contains(folded) || folded.contains(label);
        });
        if (!near.isEmpty()) {
            return "is it " + labels(near) + "?";
        }
        String more = snapshots.size() > SHOWN ? " and " + (snapshots.size() - SHOWN) + " older ones." : ".";
        return "there is " + labels(snapshots) + more;
    }

    private static String labels(List<SnapshotInfo> snapshots) {
        return snapshots.stream().limit(SHOWN).map(snapshot -> "\"" + snapshot.label() + "\"")
                .collect(Collectors.joining(", "));
    }

    private static String idAndLabel(SnapshotInfo snapshot) {
        return snapshot.id().substring(0, 12) + " (\"" + snapshot.label() + "\")";
    }

    private static List<SnapshotInfo> matching(List<SnapshotInfo> snapshots, Predicate<SnapshotInfo> condition) {
        return snapshots.stream().filter(condition).toList();
    }
}
