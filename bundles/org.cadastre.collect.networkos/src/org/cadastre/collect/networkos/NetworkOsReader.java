package org.cadastre.collect.networkos;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Context;
import org.cadastre.collect.Reading;
import org.cadastre.collect.networkos.internal.DeviceSections;
import org.cadastre.collect.networkos.internal.Dialogue;
import org.cadastre.collect.networkos.internal.OperatingSystemDefinition;
import org.cadastre.collect.networkos.internal.OperatingSystemTable;
import org.cadastre.model.TargetResult;

/**
 * Reads a network device over its command line: which system it is, what it is, and the configuration that it runs with. What a
 * collector of a protocol calls once it has a terminal:
 *
 * <pre>{@code
 * Reading reading = new NetworkOsReader().read(terminal, "ssh", Optional.of(credential.name()), context);
 * }</pre>
 *
 * <p>Sends nothing but the commands of network-operating-systems.txt, which only read. Thread-safe.
 */
public final class NetworkOsReader {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration RESERVE = Duration.ofSeconds(2);
    private static final List<OperatingSystemDefinition> SYSTEMS = OperatingSystemTable.own();

    private static final Pattern REFUSAL = Pattern.compile("(?i)% ?(?:invalid|unknown|ambiguous|unrecognized|bad|incomplete)|"
            + "invalid autocommand|unknown command|unrecognized command|unknown action|command parse error|bad command name|invalid input|"
            + "syntax error, expecting|error: invalid command|wrong parameter found|cmd exec error");

    private final Duration patience;

    public NetworkOsReader() {
        this(PATIENCE);
    }

    /** @param patience how long a device may be silent before it has shown a prompt */
    public NetworkOsReader(Duration patience) {
        this.patience = patience;
    }

    /**
     * Whether an SSH server's identification ("SSH-2.0-Cisco-1.25", RFC 4253, 4.2) is that of a system with such a command line.
     */
    public static boolean isGreeting(String identification) {
        return SYSTEMS.stream().anyMatch(system -> system.greeting().map(Pattern::asPredicate).filter(fits -> fits.test(identification)).isPresent());
    }

    /**
     * Whether what came back for a Unix command is how the command line of a network device refuses it. Nothing is typed at
     * anything else: a menu could take the letters for choices.
     */
    public static boolean isRefusal(String answer) {
        return REFUSAL.matcher(answer).find();
    }

    /**
     * Asks the device what it is and how it is configured.
     *
     * @param protocol provenance of the sections: "ssh"
     * @param credential name of the credential that was accepted
     * @throws CollectionException when the device shows no prompt, or is no system that is known
     */
    public Reading read(Terminal terminal, String protocol, Optional<String> credential, Context context)
            throws CollectionException, InterruptedException {
        try {
            Dialogue dialogue = new Dialogue(terminal, patience, context.deadline().minus(RESERVE));
            if (dialogue.greet().isEmpty()) {
                throw new CollectionException(TargetResult.FAILED,
                        "the device took the login, then showed no prompt; log in by hand and see what it waits for");
            }
            Map<String, List<String>> answers = new LinkedHashMap<>();
            OperatingSystemDefinition system = identify(dialogue, answers, context);
            if (system.paging().isPresent()) {
                ask(dialogue, system.paging().get(), context);
            }
            List<String> version = answers.get(system.version());
            Optional<List<String>> configuration = ask(dialogue, system.configuration(), context);
            DeviceSections sections = new DeviceSections(system, protocol, dialogue.nameInPrompt());
            sections.facts(String.join("\n", version));
            sections.configuration(configuration);
            return new Reading(sections.device(), sections.observations(), credential);
        } catch (IOException lost) {
            throw new CollectionException(TargetResult.FAILED, "the device closed the terminal while it was asked", lost);
        }
    }

    private static OperatingSystemDefinition identify(Dialogue dialogue, Map<String, List<String>> answers, Context context)
            throws IOException, InterruptedException, CollectionException {
        List<String> tried = new ArrayList<>();
        for (OperatingSystemDefinition system : SYSTEMS) {
            if (!tried.contains(system.version())) {
                tried.add(system.version());
                ask(dialogue, system.version(), context).ifPresent(lines -> answers.put(system.version(), lines));
            }
            String answer = String.join("\n", answers.getOrDefault(system.version(), List.of()));
            if (system.identified().matcher(answer).find()) {
                return system;
            }
        }
        throw new CollectionException(TargetResult.FAILED, "neither a Unix shell nor a network system that Cadastre knows answered (asked: %s); it said \"%s\""
                .formatted(String.join(", ", tried), said(answers)));
    }

    private static String said(Map<String, List<String>> answers) {
        String text = answers.values().stream().flatMap(List::stream).map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
        return text.length() > 100 ? text.substring(0, 100) + "..." : text;
    }

    private static Optional<List<String>> ask(Dialogue dialogue, String command, Context context) throws IOException, InterruptedException {
        context.audit().sent(command);
        return dialogue.ask(command);
    }
}
