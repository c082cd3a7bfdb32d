package org.cadastre.cli;

import java.io.IOException;

import org.cadastre.cli.command.AddCredentialCommand;
import org.cadastre.cli.command.BlameCommand;
import org.cadastre.cli.command.CalibrateCommand;
import org.cadastre.cli.command.CompareCommand;
import org.cadastre.cli.command.CredentialCommand;
import org.cadastre.cli.command.DemoCommand;
import org.cadastre.cli.command.DeviceCommand;
import org.cadastre.cli.command.ExportCommand;
import org.cadastre.cli.command.GraphCommand;
import org.cadastre.cli.command.HistoryCommand;
import org.cadastre.cli.command.KnownHostCommand;
import org.cadastre.cli.command.LayerCommand;
import org.cadastre.cli.command.ScanCommand;
import org.cadastre.cli.command.SearchCommand;
import org.cadastre.cli.command.ShowCommand;
import org.cadastre.cli.command.SnapshotsCommand;
import org.cadastre.cli.command.TopologyCommand;
import org.cadastre.cli.command.VersionCommand;
import org.cadastre.cli.command.VolatileCommand;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.credentials.CredentialException;
import org.cadastre.repository.EstateException;
import org.cadastre.scan.ScanException;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The commands, put together: runs one and turns whatever comes of it into an exit code and, if it went wrong, one line.
 *
 * <pre>{@code
 * int code = new CadastreCommandLine(terminal, services).run("snapshots", "--estate", "customer");
 * }</pre>
 */
public final class CadastreCommandLine {

    private final Terminal terminal;
    private final CommandLine commandLine;

    @SuppressWarnings("resource") // the terminal's writers stay open
    public CadastreCommandLine(Terminal terminal, Services services) {
        this.terminal = terminal;
        this.commandLine = new CommandLine(new Cadastre())
                .addSubcommand(new ScanCommand(terminal, services))
                .addSubcommand(credentialCommand(terminal, services))
                .addSubcommand(new SnapshotsCommand(terminal))
                .addSubcommand(new ShowCommand(terminal))
                .addSubcommand(new CompareCommand(terminal, services))
                .addSubcommand(new HistoryCommand(terminal))
                .addSubcommand(new BlameCommand(terminal))
                .addSubcommand(new SearchCommand(terminal))
                .addSubcommand(new CalibrateCommand(terminal))
                .addSubcommand(new VolatileCommand(terminal))
                .addSubcommand(new DeviceCommand(terminal))
                .addSubcommand(new ExportCommand(terminal))
                .addSubcommand("topology", new TopologyCommand(terminal, services))
                .addSubcommand("communication", new LayerCommand(terminal, services, "communication"))
                .addSubcommand(new GraphCommand(terminal, services))
                .addSubcommand(new KnownHostCommand(terminal))
                .addSubcommand(new DemoCommand(terminal, services))
                .addSubcommand(new VersionCommand(terminal))
                .addSubcommand(helpCommand());
        commandLine.getCommandSpec().version(ProductVersion.text());
        commandLine.setResourceBundle(Messages.bundle())
                .setOut(terminal.writer(Terminal.Stream.OUT))
                .setErr(terminal.writer(Terminal.Stream.ERR))
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.coloured() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpAutoWidth(true)
                .setAbbreviatedOptionsAllowed(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(this::wrongUsage)
                .setExecutionExceptionHandler((fault, command, parsed) -> failure(fault));
    }

    private static CommandLine credentialCommand(Terminal terminal, Services services) {
        CommandLine credential = new CommandLine(new CredentialCommand(terminal, services))
                .addSubcommand(new AddCredentialCommand(terminal, services));
        credential.getCommandSpec().addMethodSubcommands();
        return credential;
    }

    /** {@code cadastre help scan}. Its own option for help gives way to the one that all commands inherit. */
    private static CommandLine helpCommand() {
        CommandLine help = new CommandLine(new CommandLine.HelpCommand());
        help.getCommandSpec().remove(help.getCommandSpec().findOption("-h"));
        return help;
    }

    /** @return the exit code, see {@link ExitCode} */
    public int run(String... arguments) {
        int code = commandLine.execute(arguments);
        return terminal.flush() ? code : ExitCode.TROUBLE;
    }

    private int wrongUsage(ParameterException fault, String[] arguments) {
        terminal.error(switch (fault) {
            case UnmatchedArgumentException surplus when !surplus.isUnknownOption() -> unmatched(surplus);
            default -> fault.getMessage().lines().findFirst().orElse("").strip();
        });
        terminal.note(Messages.text("usage.see", fault.getCommandLine().getCommandSpec().qualifiedName()));
        return ExitCode.TROUBLE;
    }

    private static String unmatched(UnmatchedArgumentException surplus) {
        String first = surplus.getUnmatched().getFirst();
        if (surplus.getCommandLine().getSubcommands().isEmpty()) {
            return Messages.text("usage.surplus", first);
        }
        return surplus.getSuggestions().stream().findFirst().map(likely -> Messages.text("usage.didYouMean", first, likely))
                .orElse(Messages.text("usage.unknownCommand", first));
    }

    private int failure(Exception fault) {
        // Whoever reads a file while the user presses Ctrl-C says that the file is bad, and this is why.
        if (EstateException.isInterruption(fault)) {
            terminal.error(Messages.text("cancelled"));
            return ExitCode.CANCELLED;
        }
        switch (fault) {
            case CommandException known -> terminal.error(known.getMessage());
            case EstateException known -> terminal.error(known.getMessage());
            case ScanException known -> terminal.error(known.getMessage());
            case CredentialException known -> terminal.error(known.getMessage());
            case IOException known -> terminal.error(FileFault.text(known));
            default -> terminal.error(Messages.text("fault", fault.getClass().getSimpleName(), FaultLog.write(fault)));
        }
        return ExitCode.TROUBLE;
    }
}
