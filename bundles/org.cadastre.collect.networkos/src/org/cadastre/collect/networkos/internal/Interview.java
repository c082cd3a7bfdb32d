package org.cadastre.collect.networkos.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Context;
import org.cadastre.collect.Reading;
import org.cadastre.collect.networkos.Terminal;
import org.cadastre.collect.networkos.internal.Answer.Ending;
import org.cadastre.model.CadastreFactory;
import org.cadastre.model.TargetResult;

/** One visit to a device: which system it is, then its paging off, then its configuration. Every command goes to the audit log first. */
public final class Interview {

    /** Kept back from the time of the target, to come back before the thread is interrupted. */
    private static final Duration RESERVE = Duration.ofSeconds(2);
    private static final int QUOTED = 100;

    private final List<OperatingSystemDefinition> systems;
    private final Dialogue dialogue;
    private final Context context;
    private final Map<String, Answer> versions = new LinkedHashMap<>();

    /** The arguments are as in {@link Dialogue}. */
    public Interview(List<OperatingSystemDefinition> systems, Terminal terminal, Duration patience, Context context) {
        this.systems = systems;
        this.dialogue = new Dialogue(terminal, patience, context.deadline().minus(RESERVE));
        this.context = context;
    }

    /**
     * @param protocol provenance of the sections
     * @param credential name of the credential that was accepted
     * @throws CollectionException when the device shows no prompt, or is no system that is known
     * @throws IOException when the terminal is gone
     */
    public Reading reading(String protocol, Optional<String> credential) throws CollectionException, IOException, InterruptedException {
        complete(dialogue.greet(), "at the login");
        OperatingSystemDefinition system = identified();
        if (system.paging().isPresent()) {
            ask(system.paging().get());
        }
        Answer configuration = ask(system.configuration());
        DeviceSections sections = new DeviceSections(system, protocol);
        sections.facts(versions.get(system.version()).text(), dialogue.nameInPrompt());
        sections.configuration(configuration);
        return new Reading(sections.device(), CadastreFactory.eINSTANCE.createObservations(), credential);
    }

    private OperatingSystemDefinition identified() throws IOException, InterruptedException, CollectionException {
        for (OperatingSystemDefinition system : systems) {
            if (!versions.containsKey(system.version())) {
                Answer answer = ask(system.version());
                complete(answer.ending(), "after \"" + system.version() + "\"");
                versions.put(system.version(), answer);
            }
            if (system.identified().matcher(versions.get(system.version()).text()).find()) {
                return system;
            }
        }
        throw new CollectionException(TargetResult.FAILED, "neither a Unix shell nor a network system that Cadastre knows answered (asked: %s); it said \"%s\""
                .formatted(String.join(", ", versions.keySet()), said()));
    }

    private static void complete(Ending ending, String when) throws CollectionException {
        switch (ending) {
            case COMPLETE -> {
                // As it should be.
            }
            case SILENT -> throw new CollectionException(TargetResult.FAILED,
                    "the device took the login, but showed no prompt %s; log in by hand and see what it waits for".formatted(when));
            case ENDLESS -> throw new CollectionException(TargetResult.FAILED,
                    "the device took the login, but does not come to an end of what it writes %s; log in by hand and look at it".formatted(when));
            case OUT_OF_TIME -> throw new CollectionException(TargetResult.TIMED_OUT,
                    "the time for this device ran out before its prompt %s; give it more time".formatted(when));
        }
    }

    /** The first that the device said, for a message: no more than a glance, and no secret. */
    private String said() {
        String text = versions.values().stream().flatMap(answer -> answer.lines().stream()).map(String::strip).filter(line -> !line.isEmpty())
                .findFirst().map(line -> Secrets.masked(line, line)).orElse("").replaceAll("\\p{Cntrl}", " ");
        return text.length() > QUOTED ? text.substring(0, QUOTED) + "..." : text;
    }

    private Answer ask(String command) throws IOException, InterruptedException {
        context.audit().sent(command);
        return dialogue.ask(command);
    }
}
