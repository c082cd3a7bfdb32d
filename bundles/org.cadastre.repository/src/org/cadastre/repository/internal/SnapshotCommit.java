package org.cadastre.repository.internal;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.cadastre.model.Purpose;
import org.cadastre.model.Snapshot;
import org.cadastre.repository.SnapshotInfo;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.FooterLine;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * The commit of a snapshot. Its message is made for "git log" and is all that the list of snapshots reads: the label, and
 * below it the rest as trailers (git-interpret-trailers(1)).
 */
public final class SnapshotCommit {

    private static final String PURPOSE = "Purpose";
    private static final String OPERATOR = "Operator";
    private static final String TICKET = "Ticket";
    private static final String STARTED = "Started";
    private static final String FINISHED = "Finished";
    private static final String DEVICES = "Devices";
    private static final String ELEMENTS = "Elements";
    private static final String TOOL = "Tool";

    private static final int LONGEST_VALUE = 500;

    private SnapshotCommit() {
    }

    /** @param head with label, purpose and times */
    public static CommitBuilder write(Snapshot head, long devices, long elements, ObjectId tree,
            Optional<ObjectId> parent) {
        Map<String, String> trailers = new LinkedHashMap<>();
        trailers.put(PURPOSE, head.getPurpose().getLiteral());
        trailers.put(OPERATOR, head.getOperator());
        trailers.put(TICKET, head.getTicket());
        trailers.put(STARTED, head.getStarted().toString());
        trailers.put(FINISHED, head.getFinished().toString());
        trailers.put(DEVICES, Long.toString(devices));
        trailers.put(ELEMENTS, Long.toString(elements));
        trailers.put(TOOL, head.getTool());
        StringBuilder message = new StringBuilder(head.getLabel()).append("\n\n");
        trailers.forEach((name, value) -> {
            String line = line(value);
            if (!line.isEmpty()) {
                message.append(name).append(": ").append(line).append('\n');
            }
        });
        PersonIdent operator = person(line(head.getOperator()), head.getFinished());
        CommitBuilder commit = new CommitBuilder();
        commit.setEncoding(StandardCharsets.UTF_8);
        commit.setTreeId(tree);
        parent.ifPresent(commit::setParentId);
        commit.setAuthor(operator);
        commit.setCommitter(operator);
        commit.setMessage(message.toString());
        return commit;
    }

    /** @param name as typed; Git's own marks are taken out of it */
    static PersonIdent person(String name, Instant when) {
        String clean = line(name.replaceAll("[<>]", " "));
        return new PersonIdent(clean.isEmpty() ? "unknown" : clean, "", when, ZoneOffset.UTC);
    }

    private static String line(String value) {
        String line = Labels.printable(Objects.requireNonNullElse(value, ""));
        return line.codePointCount(0, line.length()) > LONGEST_VALUE
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST_VALUE)) : line;
    }

    /**
     * @param devicesTree id of the tree of "devices/"; empty if there is none
     * @return empty for a commit that is no snapshot
     */
    public static Optional<SnapshotInfo> read(RevCommit commit, String devicesTree) {
        Map<String, String> trailers = new LinkedHashMap<>();
        for (FooterLine trailer : commit.getFooterLines()) {
            trailers.putIfAbsent(trailer.getKey(), trailer.getValue());
        }
        try {
            Purpose purpose = Purpose.get(trailers.getOrDefault(PURPOSE, ""));
            return Optional.of(new SnapshotInfo(commit.name(), commit.getShortMessage(),
                    purpose == null ? Purpose.ROUTINE : purpose, trailers.getOrDefault(OPERATOR, ""),
                    trailers.getOrDefault(TICKET, ""), Instant.parse(trailers.getOrDefault(STARTED, "")),
                    Instant.parse(trailers.getOrDefault(FINISHED, "")),
                    Long.parseLong(trailers.getOrDefault(DEVICES, "")),
                    Long.parseLong(trailers.getOrDefault(ELEMENTS, "")), devicesTree));
        } catch (DateTimeException | NumberFormatException noSnapshot) {
            return Optional.empty();
        }
    }
}
