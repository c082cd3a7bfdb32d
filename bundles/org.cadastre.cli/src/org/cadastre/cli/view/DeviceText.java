package org.cadastre.cli.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.cadastre.cli.Messages;
import org.cadastre.cli.terminal.Colour;
import org.cadastre.cli.terminal.Printable;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.cli.terminal.TextTable;
import org.cadastre.model.Coverage;
import org.cadastre.model.Device;
import org.cadastre.model.Observations;
import org.cadastre.model.Section;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.repository.DeviceEntry;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/** Shows all sections of a device, whatever they are, by their metamodel. */
public final class DeviceText {

    private static final int LABEL_WIDTH = 20;

    private final Terminal terminal;

    public DeviceText(Terminal terminal) {
        this.terminal = terminal;
    }

    public void print(DeviceEntry entry, Device device, Optional<Observations> observations) {
        terminal.line(Colour.BOLD.of(Printable.line(Messages.text("show.device.title", entry.name(), entry.id())), terminal));
        device.getSections().forEach(this::section);
        if (observations.isPresent() && !observations.get().getSections().isEmpty()) {
            terminal.line("");
            terminal.line(Messages.text("show.observed"));
            observations.get().getSections().forEach(this::section);
        }
    }

    private void section(Section section) {
        String reason = section.getReason() == null ? "" : ": " + section.getReason();
        String coverage = section.getCoverage() == Coverage.COMPLETE ? ""
                : Colour.YELLOW.of(Printable.line(" [" + section.getCoverage().getLiteral() + reason + "]"), terminal);
        terminal.line("");
        terminal.line(Colour.BOLD.of(Metamodel.label(section.eClass()), terminal) + (coverage.isEmpty() ? "" : " " + coverage));
        for (EAttribute attribute : Metamodel.contentAttributes(section.eClass())) {
            String text = text(attribute, section);
            if (!text.isEmpty()) {
                String label = title(attribute);
                terminal.line("  " + label + " ".repeat(Math.max(1, LABEL_WIDTH - label.length())) + Printable.line(text));
            }
        }
        for (EReference containment : Metamodel.contentReferences(section.eClass())) {
            elements(containment, children(section, containment));
        }
    }

    private void elements(EReference containment, List<EObject> elements) {
        if (elements.isEmpty()) {
            return;
        }
        List<EAttribute> attributes = Metamodel.contentAttributes(elements.getFirst().eClass());
        List<EReference> nested = Metamodel.contentReferences(elements.getFirst().eClass());
        List<String> titles = new ArrayList<>();
        attributes.forEach(attribute -> titles.add(title(attribute)));
        nested.forEach(reference -> titles.add(Metamodel.label(reference)));
        TextTable table = new TextTable(titles);
        for (EObject element : elements) {
            List<Object> row = new ArrayList<>();
            attributes.forEach(attribute -> row.add(cell(attribute, element)));
            nested.forEach(reference -> row.add(keys(children(element, reference))));
            table.add(row);
        }
        terminal.line("  " + Metamodel.label(containment) + " (" + elements.size() + ")");
        table.print(terminal, "    ");
    }

    /** Elements inside of elements are told by their keys alone; all of them is in the JSON. */
    private static String keys(List<EObject> elements) {
        return elements.stream().map(element -> Metamodel.keys(element.eContainmentFeature()).stream()
                .map(key -> Metamodel.text(key, element.eGet(key))).filter(text -> !text.isEmpty())
                .collect(Collectors.joining("/"))).collect(Collectors.joining(", "));
    }

    private static List<EObject> children(EObject container, EReference containment) {
        return switch (container.eGet(containment)) {
            case null -> List.of();
            case Collection<?> many -> many.stream().map(EObject.class::cast).toList();
            case Object one -> List.of((EObject) one);
        };
    }

    private static Object cell(EAttribute attribute, EObject element) {
        return element.eGet(attribute) instanceof Number number ? number : text(attribute, element);
    }

    /** Sizes and rates are long numbers, so their thousands are set apart. */
    private static String text(EAttribute attribute, EObject element) {
        Object value = element.eGet(attribute);
        return value instanceof Long number && Metamodel.unit(attribute).isPresent()
                ? String.format(Locale.ROOT, "%,d", number) : Metamodel.text(attribute, value);
    }

    private static String title(EAttribute attribute) {
        return Metamodel.label(attribute) + Metamodel.unit(attribute).map(unit -> " (" + unit + ")").orElse("");
    }
}
