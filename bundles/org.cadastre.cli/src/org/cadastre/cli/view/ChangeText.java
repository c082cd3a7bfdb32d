package org.cadastre.cli.view;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Colour;
import org.cadastre.cli.terminal.Printable;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.metamodel.Metamodel;

/** One change in one line. */
final class ChangeText {

    private static final Map<Verdict, Colour> COLOURS = Map.of(Verdict.ADDED, Colour.GREEN, Verdict.REMOVED, Colour.RED,
            Verdict.CHANGED, Colour.YELLOW, Verdict.MOVED, Colour.BLUE);
    /** As wide as the longest word for a kind. */
    private static final int KIND_WIDTH = 9;

    private final Terminal terminal;
    private final Map<String, String> names;

    /** @param devices all that changes may name as the other device */
    ChangeText(Terminal terminal, Collection<DeviceComparison> devices) {
        this.terminal = terminal;
        this.names = devices.stream()
                .collect(Collectors.toMap(DeviceComparison::getDevice, DeviceComparison::getName, (one, same) -> one));
    }

    static String section(String name) {
        return name == null || name.isEmpty() ? Messages.text("compare.wholeDevice") : Metamodel.label(name);
    }

    String of(Change change) {
        String kind = change.getKind().getLiteral() + (change.isExplainedByMethod() ? "?" : "");
        StringBuilder text = new StringBuilder(COLOURS.getOrDefault(change.getKind(), Colour.NONE)
                .of(kind + " ".repeat(Math.max(1, KIND_WIDTH - kind.length())), terminal));
        text.append(Printable.line(change.getKind() == Verdict.MOVED ? what(change) + moved(change) : what(change)));
        switch (change.getKind()) {
            case ADDED -> append(text, change, change.getAfter());
            case REMOVED -> append(text, change, change.getBefore());
            case MOVED -> { }
            default -> text.append(": ").append(value(change.getBefore())).append(" -> ").append(value(change.getAfter()));
        }
        return text.toString();
    }

    private static String what(Change change) {
        String element = Objects.requireNonNullElse(change.getElement(), "");
        String attribute = change.getAttribute() == null || change.getAttribute().isEmpty() ? ""
                : Metamodel.label(change.getAttribute());
        return element.isEmpty() || attribute.isEmpty() ? element + attribute : element + " " + attribute;
    }

    private String moved(Change change) {
        StringBuilder text = new StringBuilder();
        if (change.getElementBefore() != null) {
            text.append(Messages.text("compare.movedFrom", change.getElementBefore()));
        }
        if (change.getOtherDevice() != null) {
            text.append(Messages.text("compare.otherDevice",
                    names.getOrDefault(change.getOtherDevice(), change.getOtherDevice())));
        }
        return text.toString();
    }

    /** The value of an attribute, or what is told of a whole element. */
    private static void append(StringBuilder text, Change change, String value) {
        if (value != null && !value.isEmpty()) {
            boolean whole = change.getAttribute() == null || change.getAttribute().isEmpty();
            text.append(whole ? "  " : ": ").append(Printable.line(value));
        }
    }

    private static String value(String value) {
        return value == null ? Messages.text("compare.noValue") : value.isEmpty() ? "\"\"" : Printable.line(value);
    }
}
