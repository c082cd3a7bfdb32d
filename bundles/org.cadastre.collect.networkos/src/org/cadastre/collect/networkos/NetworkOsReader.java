package org.cadastre.collect.networkos;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.ConfigurationDirectory;
import org.cadastre.collect.Context;
import org.cadastre.collect.Reading;
import org.cadastre.collect.networkos.internal.Interview;
import org.cadastre.collect.networkos.internal.OperatingSystems;
import org.cadastre.collect.networkos.internal.Refusal;
import org.cadastre.model.TargetResult;

/**
 * Reads a network device over its command line: which system it is, what it is, and the configuration that it runs with. What a
 * collector of a protocol calls once it has a terminal:
 *
 * <pre>{@code
 * Reading reading = NetworkOsReader.ofUser().read(terminal, "ssh", Optional.of(credential.name()), context);
 * }</pre>
 *
 * <p>Sends nothing but the commands of network-operating-systems.txt, of Cadastre and of the user, which only read. Thread-safe.
 */
public final class NetworkOsReader {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final OperatingSystems systems;
    private final Duration patience;

    private NetworkOsReader(OperatingSystems systems, Duration patience) {
        this.systems = systems;
        this.patience = patience;
    }

    /**
     * Knows Cadastre's systems and those of the user's settings.
     *
     * @throws CollectionException when the user's table has an error; names file and line
     */
    public static NetworkOsReader ofUser() throws CollectionException {
        return with(ConfigurationDirectory.ofUser().resolve(OperatingSystems.FILE), PATIENCE);
    }

    /**
     * Knows Cadastre's systems and those of a file.
     *
     * @param file need not exist
     * @param patience how long a device may be silent before it has shown a prompt
     * @throws CollectionException when the file has an error; names file and line
     */
    public static NetworkOsReader with(Path file, Duration patience) throws CollectionException {
        try {
            return new NetworkOsReader(OperatingSystems.with(file), patience);
        } catch (IllegalArgumentException wrong) {
            throw new CollectionException(TargetResult.NOT_ATTEMPTED, wrong.getMessage(), wrong);
        }
    }

    /**
     * Whether an SSH server's identification ("SSH-2.0-Cisco-1.25", RFC 4253, 4.2) is that of a system with such a command line.
     */
    public boolean isGreeting(String identification) {
        return systems.known().stream().flatMap(system -> system.greeting().stream()).map(Pattern::asPredicate).anyMatch(fits -> fits.test(identification));
    }

    /**
     * Whether what came back for a Unix command is how the command line of a network device refuses it. Nothing is typed at
     * anything else: a menu could take the letters for choices.
     */
    public static boolean isRefusal(String answer) {
        return Refusal.isIn(answer);
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
            return new Interview(systems.known(), terminal, patience, context).reading(protocol, credential);
        } catch (IOException lost) {
            throw new CollectionException(TargetResult.FAILED, "the device closed the terminal while it was asked; log in by hand and see what it says", lost);
        }
    }
}
