package org.cadastre.cli.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.Callable;

import org.cadastre.cli.CommandException;
import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Messages;
import org.cadastre.cli.Services;
import org.cadastre.cli.terminal.Printable;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.view.ScanProgress;
import org.cadastre.collect.Credential;
import org.cadastre.credentials.CredentialException;
import org.cadastre.model.Purpose;
import org.cadastre.model.TargetOutcome;
import org.cadastre.model.TargetResult;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;
import org.cadastre.scan.ScanException;
import org.cadastre.scan.ScanRequest;
import org.cadastre.scan.ScanResult;
import org.cadastre.scan.TargetList;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Takes a snapshot. */
@Command(name = "scan")
public final class ScanCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Services services;

    @Mixin
    private EstateOption estate;

    @Option(names = "--label", required = true, paramLabel = "TEXT", descriptionKey = "scan.label")
    private String label;

    @Option(names = "--purpose", paramLabel = "PURPOSE", converter = Purposes.class, defaultValue = "routine",
            descriptionKey = "scan.purpose")
    private Purpose purpose;

    @Option(names = "--operator", paramLabel = "NAME", defaultValue = "${sys:user.name}", descriptionKey = "scan.operator")
    private String operator;

    @Option(names = "--ticket", paramLabel = "TEXT", defaultValue = "", descriptionKey = "scan.ticket")
    private String ticket;

    @Option(names = "--target", arity = "1..*", paramLabel = "TARGET", descriptionKey = "scan.target")
    private List<String> targets = List.of();

    @Option(names = "--targets", paramLabel = "FILE", descriptionKey = "scan.targets")
    private List<Path> targetFiles = List.of();

    @Option(names = { "-J", "--jump" }, paramLabel = "[USER@]HOST[:PORT][,...]", descriptionKey = "scan.jump")
    private String jump = "";

    @Option(names = "--credential", arity = "1..*", paramLabel = "NAME", descriptionKey = "scan.credential")
    private List<String> credentials = List.of();

    @Option(names = "--text", paramLabel = "PATH", descriptionKey = "scan.text")
    private List<String> texts = List.of();

    @Option(names = "--limit", paramLabel = "SECONDS", descriptionKey = "scan.limit")
    private long limit = ScanRequest.DEFAULT_LIMIT.toSeconds();

    @Option(names = "--at-once", paramLabel = "N", descriptionKey = "scan.atOnce")
    private int atOnce = ScanRequest.DEFAULT_CONCURRENCY;

    @Mixin
    private DiscoveryOptions discovery;

    public ScanCommand(Terminal terminal, Services services) {
        this.terminal = terminal;
        this.services = services;
    }

    @Override
    public Integer call() throws CommandException, ScanException, EstateException, CredentialException, InterruptedException {
        if (limit < 1 || atOnce < 1) {
            throw new CommandException(Messages.text("scan.positive"));
        }
        for (String path : texts) {
            if (!path.startsWith("/") || path.chars().anyMatch(Character::isISOControl)) {
                throw new CommandException(Messages.text("scan.textPath", Printable.line(path)));
            }
        }
        List<String> all = new ArrayList<>(targets);
        for (Path file : targetFiles) {
            all.addAll(TargetsFile.read(file));
        }
        discovery.exclusions().forEach(all::add);
        if (!jump.isBlank()) {
            all = TargetList.through(jump, all);
        }
        // What cannot be carried out is found before an estate is made for it.
        if (TargetList.parse(all).isEmpty()) {
            throw new CommandException(Messages.text("scan.noTargets"));
        }
        List<Credential> secrets = new ArrayList<>();
        try {
            addSecrets(secrets);
            return scan(new ScanRequest(label, purpose, operator, ticket, all, secrets, Duration.ofSeconds(limit), atOnce,
                    texts, discovery.discovery()));
        } finally {
            secrets.forEach(Credential::close);
        }
    }

    @SuppressWarnings("resource") // closed by the caller, all together
    private void addSecrets(List<Credential> secrets) throws CredentialException {
        for (String name : new LinkedHashSet<>(credentials)) {
            secrets.add(services.credentials().get(name));
        }
    }

    private int scan(ScanRequest request) throws ScanException, EstateException, InterruptedException {
        try (Estate open = Estate.openOrCreate(estate.directory())) {
            ScanResult result = services.scanner().scan(open, request, new ScanProgress(terminal));
            terminal.progress("");
            tell(result);
            return result.failures().isEmpty() ? ExitCode.OK : ExitCode.DIFFERENT;
        }
    }

    private void tell(ScanResult result) {
        for (TargetOutcome outcome : result.targets()) {
            if (outcome.getResult() == TargetResult.READ && outcome.getMessage() != null && !outcome.getMessage().isEmpty()) {
                terminal.note(outcome.getTarget() + ": " + outcome.getMessage());
            }
        }
        terminal.line(Messages.text("scan.done", Printable.line(result.snapshot().label()),
                Messages.count(result.snapshot().devices(), "noun.device"),
                Messages.count(result.snapshot().elements(), "noun.element"), result.snapshot().id().substring(0, 10)));
        if (!result.failures().isEmpty()) {
            terminal.note(Messages.text("scan.notRead", result.failures().size(), Messages.count(result.targets().size(), "noun.target")));
        }
    }
}
