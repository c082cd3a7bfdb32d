package org.cadastre.export.excel.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.cadastre.model.Section;
import org.cadastre.model.metamodel.Metamodel;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;

/**
 * The sheets of an inventory that hold what was read: one for each class of elements, and one for each class of sections
 * with facts of its own. Which there are, and their columns, comes from the metamodel alone.
 */
final class ElementSheets {

    private static final String OBSERVED = " (observed)";

    /** A class of elements at one place of the metamodel; sections have no containment. */
    private record Place(EClass section, Optional<EReference> containment, EClass type) {
    }

    private record Sheet(Table table, List<EAttribute> attributes) {
    }

    private final Book book;
    private final Map<Place, Sheet> sheets = new LinkedHashMap<>();

    ElementSheets(Book book) {
        this.book = book;
    }

    /** Adds the rows of a section of a device. */
    void add(String device, String deviceId, Section section) {
        EClass type = section.eClass();
        if (Metamodel.contentAttributes(type).stream().anyMatch(section::eIsSet)) {
            add(device, deviceId, section, new Place(type, Optional.empty(), type));
        }
        addChildren(device, deviceId, section, type);
    }

    /** The tables, state before observations, in the order of the metamodel. */
    List<Table> tables() {
        return sheets.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing((Place place) -> Metamodel.isObservation(place.section()))
                        .thenComparing(place -> place.section().getEPackage().getNsURI())
                        .thenComparing(place -> place.section().getClassifierID())
                        .thenComparing(place -> place.containment().isPresent())
                        .thenComparing(place -> place.type().getEPackage().getNsURI())
                        .thenComparing(place -> place.type().getClassifierID())))
                .map(entry -> entry.getValue().table()).toList();
    }

    private void addChildren(String device, String deviceId, EObject container, EClass section) {
        for (EReference containment : Metamodel.contentReferences(container.eClass())) {
            for (EObject element : children(container, containment)) {
                add(device, deviceId, element, new Place(section, Optional.of(containment), element.eClass()));
                addChildren(device, deviceId, element, section);
            }
        }
    }

    private static List<EObject> children(EObject container, EReference containment) {
        return switch (container.eGet(containment)) {
            case null -> List.of();
            case Collection<?> many -> many.stream().map(EObject.class::cast).toList();
            case Object one -> List.of((EObject) one);
        };
    }

    private void add(String device, String deviceId, EObject element, Place place) {
        Sheet sheet = sheets.computeIfAbsent(place, this::create);
        List<Object> row = new ArrayList<>();
        row.add(device);
        if (isNested(place)) {
            row.add(Metamodel.path(element.eContainer()));
        }
        for (EAttribute attribute : sheet.attributes()) {
            row.add(CellValue.of(attribute, element.eGet(attribute)));
        }
        row.add(deviceId);
        sheet.table().add(row);
    }

    private Sheet create(Place place) {
        List<EAttribute> attributes = attributes(place);
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("Device"));
        if (isNested(place)) {
            columns.add(Column.of("Belongs to"));
        }
        attributes.stream().map(CellValue::column).forEach(columns::add);
        columns.add(Column.of("Device ID"));
        String name = Metamodel.label(place.type());
        return new Sheet(book.table(Metamodel.isObservation(place.section()) ? name + OBSERVED : name, columns), attributes);
    }

    /** The keys first, as far as they are attributes of the element's own. */
    private static List<EAttribute> attributes(Place place) {
        List<EAttribute> keys = place.containment().map(Metamodel::keys).orElse(List.of());
        List<EAttribute> attributes = new ArrayList<>(keys);
        Metamodel.contentAttributes(place.type()).stream().filter(attribute -> !keys.contains(attribute))
                .forEach(attributes::add);
        return attributes;
    }

    /** Whether the element is contained in another element rather than in its section. */
    private static boolean isNested(Place place) {
        return place.containment().filter(containment -> !Metamodel.isSection(containment.getEContainingClass())).isPresent();
    }
}
