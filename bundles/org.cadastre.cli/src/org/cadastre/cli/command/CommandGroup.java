package org.cadastre.cli.command;

import java.util.concurrent.Callable;

import org.cadastre.cli.ExitCode;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only has commands below it: without one of them it tells which there are. */
public abstract class CommandGroup implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public final Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.TROUBLE;
    }
}
