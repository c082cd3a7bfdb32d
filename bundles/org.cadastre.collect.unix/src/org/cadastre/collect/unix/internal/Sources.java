package org.cadastre.collect.unix.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.cadastre.collect.unix.internal.CommandOutput.End;
import org.cadastre.model.Coverage;
import org.cadastre.model.Section;

/**
 * The answers that one section is made from, and what went wrong with them. A section reader takes its answers from here;
 * {@link #conclude} then gives the section its coverage, reason and privilege. One instance for one section.
 *
 * <p>Rules: an answer that is used counts; trouble beside an answer makes the section partial; trouble without any answer
 * makes it what the trouble was; no trouble and no answer mean that the host has no such thing to say.
 */
public final class Sources {

    private record Trouble(Coverage coverage, String reason) {
    }

    /** Without any answer, the trouble that comes first here names the coverage. */
    private static final List<Coverage> WORST_FIRST =
            List.of(Coverage.TIMED_OUT, Coverage.DENIED, Coverage.FAILED, Coverage.PARTIAL, Coverage.UNSUPPORTED);

    private final ProbeResult probe;
    private final List<Trouble> troubles = new ArrayList<>();
    private final Set<String> rights = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private boolean answered;

    public Sources(ProbeResult probe) {
        this.probe = probe;
    }

    /**
     * The best answer of several ways to ask the same: the first that succeeded, else the first that gave something.
     * What went wrong counts only when no later way succeeded.
     */
    Optional<CommandOutput> first(String... names) {
        List<Trouble> failures = new ArrayList<>();
        Optional<CommandOutput> scrap = Optional.empty();
        boolean reached = false;
        for (String name : names) {
            Optional<CommandOutput> found = probe.answer(name);
            if (found.isEmpty()) {
                continue;
            }
            reached = true;
            CommandOutput output = found.get();
            if (output.succeeded()) {
                return use(output);
            }
            failures.add(trouble(output));
            if (scrap.isEmpty() && output.hasOutput()) {
                scrap = found;
            }
        }
        if (!reached && !probe.finished()) {
            failures.add(notReached());
        }
        failures.stream().filter(trouble -> trouble.coverage() != Coverage.UNSUPPORTED).forEach(troubles::add);
        scrap.ifPresent(this::use);
        return scrap;
    }

    /** An answer that adds to others and whose failure means nothing, such as a file that many hosts do not have. */
    Optional<CommandOutput> extra(String name) {
        return lookUp(name).flatMap(this::use);
    }

    /**
     * An answer for looking things up in; neither its presence nor its failure says anything about the section. Only that
     * the host was not read so far, or that the answer was stopped, does.
     */
    Optional<CommandOutput> lookUp(String name) {
        Optional<CommandOutput> found = probe.answer(name);
        if (found.isEmpty()) {
            if (!probe.finished()) {
                troubles.add(notReached());
            }
            return found;
        }
        if (found.get().end() != End.EXITED && found.get().end() != End.MISSING) {
            troubles.add(trouble(found.get()));
        }
        return found.filter(CommandOutput::hasOutput);
    }

    /** The whole answer, even one without output, as {@link #lookUp} does otherwise. */
    Optional<CommandOutput> asked(String name) {
        lookUp(name);
        return probe.answer(name);
    }

    ProbeResult probe() {
        return probe;
    }

    /** Something that belongs to the section was not read. */
    void partial(String reason) {
        troubles.add(new Trouble(Coverage.PARTIAL, reason));
    }

    void denied(String reason) {
        troubles.add(new Trouble(Coverage.DENIED, reason));
    }

    /** A line made no sense; it costs itself only. */
    void badLine(CommandOutput output) {
        partial("some lines of " + (isScript(output) ? plainName(output) : output.command()) + " could not be understood");
    }

    private Optional<CommandOutput> use(CommandOutput output) {
        answered = true;
        rights.add(output.privilege());
        return Optional.of(output);
    }

    private Trouble trouble(CommandOutput output) {
        String command = isScript(output) ? "reading " + plainName(output) : output.command();
        return switch (output.end()) {
            case MISSING -> {
                missing.add(command);
                yield new Trouble(Coverage.UNSUPPORTED, "");
            }
            case TIMED_OUT -> new Trouble(Coverage.TIMED_OUT, command + " did not end within its limit");
            case TRUNCATED -> new Trouble(Coverage.PARTIAL, command + " wrote more than is taken, the end is missing");
            case CUT -> notReached();
            case EXITED -> output.refused()
                    ? new Trouble(Coverage.DENIED, command + " needs root")
                    : new Trouble(Coverage.FAILED, command + " failed with status " + output.status());
        };
    }

    /** A script has no name that says anything; that of its answer does. */
    private static boolean isScript(CommandOutput output) {
        return output.command().equals("sh");
    }

    private static String plainName(CommandOutput output) {
        return output.name().replace('-', ' ');
    }

    private Trouble notReached() {
        return switch (probe.ending()) {
            case TIMED_OUT -> new Trouble(Coverage.TIMED_OUT, "the host did not finish the probe within the time limit");
            case TOO_LARGE -> new Trouble(Coverage.FAILED, "the host wrote more than is taken");
            case LOST -> new Trouble(Coverage.FAILED, "the connection broke off");
            case FINISHED -> new Trouble(Coverage.FAILED, "the shell ended before the probe did");
        };
    }

    /** Gives the section its coverage, reason, and privilege. */
    public void conclude(Section section) {
        if (answered && troubles.isEmpty()) {
            section.setCoverage(Coverage.COMPLETE);
        } else if (troubles.isEmpty()) {
            section.setCoverage(Coverage.UNSUPPORTED);
            section.setReason(missing.isEmpty() ? "no known way to read it on this system"
                    : "the host does not have " + String.join(", ", missing));
        } else {
            section.setCoverage(answered ? Coverage.PARTIAL : worst());
            section.setReason(troubles.stream().map(Trouble::reason).distinct().sorted()
                    .collect(Collectors.joining("; ")));
        }
        section.setPrivilege(strongest());
    }

    private Coverage worst() {
        return WORST_FIRST.stream().filter(coverage -> troubles.stream().anyMatch(t -> t.coverage() == coverage))
                .findFirst().map(coverage -> coverage == Coverage.PARTIAL ? Coverage.FAILED : coverage)
                .orElse(Coverage.FAILED);
    }

    private String strongest() {
        return rights.contains("root") ? "root" : rights.contains("sudo") ? "sudo" : probe.privilege();
    }
}
