package org.cadastre.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.cadastre.cli.CommandException;
import org.cadastre.cli.ExitCode;
import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.terminal.TextTable;
import org.cadastre.cli.view.JsonOutput;
import org.cadastre.compare.search.EstateSearch;
import org.cadastre.compare.search.Finding;
import org.cadastre.repository.Estate;
import org.cadastre.repository.EstateException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds facts in all snapshots of an estate: where, since when and until when. */
@Command(name = "search")
public final class SearchCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private EstateOption estate;

    @Parameters(arity = "1..*", paramLabel = "TEXT", descriptionKey = "search.text")
    private List<String> text;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", descriptionKey = "option.format")
    private Format format;

    public SearchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws EstateException, CommandException, IOException, InterruptedException {
        String wanted = String.join(" ", text);
        if (wanted.isBlank()) {
            throw new CommandException(Messages.text("search.nothing"));
        }
        List<Finding> found = new ArrayList<>();
        try (Estate open = estate.open()) {
            EstateSearch.run(open, wanted, found::add);
        }
        switch (format) {
            case text -> print(found);
            case json -> write(found);
        }
        return ExitCode.OK;
    }

    private void print(List<Finding> found) {
        if (found.isEmpty()) {
            terminal.note(Messages.text("search.none"));
            return;
        }
        TextTable table = new TextTable(List.of("DEVICE", "PATH", "VALUE", "FIRST", "LAST"));
        found.forEach(one -> table.add(List.of(one.name(), one.path().text(), one.value(), one.first().label(), one.last().label())));
        table.print(terminal, "");
    }

    private void write(List<Finding> found) throws IOException {
        try (JsonOutput json = new JsonOutput(terminal)) {
            json.array(found, one -> json.object(() -> {
                json.field("device", one.device());
                json.field("name", one.name());
                json.field("path", one.path().text());
                json.field("value", one.value());
                json.field("firstSnapshot", one.first().label());
                json.field("lastSnapshot", one.last().label());
                json.field("firstSeen", one.first().started());
                json.field("lastSeen", one.last().started());
            }));
        }
    }
}
