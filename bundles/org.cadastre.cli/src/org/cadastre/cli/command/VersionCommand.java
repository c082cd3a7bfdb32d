package org.cadastre.cli.command;

import java.util.concurrent.Callable;

import org.cadastre.cli.ExitCode;
import org.cadastre.cli.ProductVersion;
import org.cadastre.cli.terminal.Terminal;

import picocli.CommandLine.Command;

/** Tells which version this is. */
@Command(name = "version")
public final class VersionCommand implements Callable<Integer> {

    private final Terminal terminal;

    public VersionCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.line(ProductVersion.text());
        return ExitCode.OK;
    }
}
