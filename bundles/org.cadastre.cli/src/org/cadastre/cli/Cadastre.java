package org.cadastre.cli;

import org.cadastre.cli.command.CommandGroup;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself. */
@Command(name = "cadastre")
final class Cadastre extends CommandGroup {

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, descriptionKey = "option.help")
    boolean help;

    @Option(names = "--version", versionHelp = true, descriptionKey = "option.version")
    boolean version;
}
