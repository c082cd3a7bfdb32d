package org.cadastre.cli.command;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.cadastre.cli.CommandException;
import org.cadastre.cli.Messages;
import org.cadastre.scan.Discovery;

import picocli.CommandLine.Option;

/** How a scan looks for addresses that were not named one by one. */
final class DiscoveryOptions {

    @Option(names = "--exclude", paramLabel = "RANGE", descriptionKey = "scan.exclude")
    private List<String> excluded = List.of();

    @Option(names = "--spread", paramLabel = "RANGE", descriptionKey = "scan.spread")
    private List<String> spread = List.of();

    @Option(names = "--sweep-rate", paramLabel = "N", descriptionKey = "scan.sweepRate")
    private int rate = Discovery.DEFAULT_RATE;

    @Option(names = "--sweep-wait", paramLabel = "MILLISECONDS", descriptionKey = "scan.sweepWait")
    private int wait = (int) Discovery.DEFAULT_PATIENCE.toMillis();

    @Option(names = "--sweep-port", paramLabel = "PORT", split = ",", descriptionKey = "scan.sweepPort")
    private List<Integer> ports = Discovery.DEFAULT_PORTS;

    @Option(names = "--no-ping", descriptionKey = "scan.noPing")
    private boolean silent;

    /** As targets: "!RANGE". */
    Stream<String> exclusions() {
        return excluded.stream().map(range -> "!" + range);
    }

    Discovery discovery() throws CommandException {
        if (rate < 1 || wait < 1 || ports.stream().anyMatch(port -> port < 1 || port > 65535)) {
            throw new CommandException(Messages.text("scan.sweep"));
        }
        return new Discovery(rate, Duration.ofMillis(wait), ports, !silent, spread);
    }
}
