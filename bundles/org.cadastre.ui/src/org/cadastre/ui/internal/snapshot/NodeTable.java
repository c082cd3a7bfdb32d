package org.cadastre.ui.internal.snapshot;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.cadastre.model.CadastrePackage;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.ui.internal.texts.ModelTexts;
import org.cadastre.ui.internal.texts.Texts;
import org.cadastre.ui.internal.tree.TreeLine;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;

/**
 * The lines below a line as a table: one row each, one column for each attribute that any of them has.
 *
 * @param columns titles
 * @param numeric which columns hold numbers, to be set right
 */
record NodeTable(List<String> columns, List<Boolean> numeric, List<Row> rows) {

    /**
     * @param values to sort by, one for each column; null where there is none
     * @param texts to show
     */
    record Row(TreeLine node, List<Object> values, List<String> texts) {

        Row(TreeLine node, List<Object> values, List<String> texts) {
            this.node = node;
            this.values = java.util.Collections.unmodifiableList(values);
            this.texts = List.copyOf(texts);
        }
    }

    private static final NodeTable NONE = new NodeTable(List.of(), List.of(), List.of());

    static NodeTable below(TreeLine node) {
        List<TreeLine> children = node.children();
        if (node instanceof DeviceNode) {
            return sections(children);
        }
        List<EClass> classes = children.stream().map(child -> child instanceof ObjectNode object ? object.object().eClass() : null)
                .distinct().toList();
        return classes.size() == 1 && classes.getFirst() != null ? elements(classes.getFirst(), children) : NONE;
    }

    private static NodeTable sections(List<TreeLine> children) {
        List<Row> rows = children.stream().filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast)
                .flatMap(node -> node.section().stream().map(section -> {
                    long count = Metamodel.countElements(section);
                    List<String> texts = List.of(node.title(), Long.toString(count),
                            ModelTexts.literal(section.getCoverage(), CadastrePackage.Literals.SECTION, "coverage"),
                            section.getReason() == null ? "" : section.getReason());
                    return new Row(node, List.of(node.title(), count, section.getCoverage().getValue(), texts.getLast()), texts);
                })).toList();
        return new NodeTable(Stream.of("section", "entries", "coverage", "reason").map(key -> Texts.text("table." + key)).toList(),
                List.of(false, true, false, false), rows);
    }

    private static NodeTable elements(EClass type, List<TreeLine> children) {
        List<EAttribute> attributes = Metamodel.contentAttributes(type).stream()
                .filter(attribute -> children.stream().anyMatch(child -> value(child, attribute) != null)).toList();
        List<Row> rows = children.stream()
                .map(child -> new Row(child, attributes.stream().map(attribute -> value(child, attribute)).toList(),
                        attributes.stream().map(attribute -> ModelTexts.value(attribute, value(child, attribute))).toList()))
                .toList();
        return new NodeTable(attributes.stream().map(ModelTexts::label).toList(),
                attributes.stream().map(NodeTable::isNumber).toList(), rows);
    }

    private static Object value(TreeLine node, EAttribute attribute) {
        Object value = ((ObjectNode) node).object().eGet(attribute);
        return value instanceof List<?> many && many.isEmpty() ? null : value;
    }

    private static boolean isNumber(EAttribute attribute) {
        Class<?> type = attribute.getEAttributeType().getInstanceClass();
        return type != null && Number.class.isAssignableFrom(type);
    }

    /** The rows in the order of one column; rows without a value come last. */
    NodeTable sorted(int column, boolean ascending) {
        Comparator<Row> order = Comparator.comparing(row -> row.values().get(column),
                Comparator.nullsLast(ascending ? NodeTable::compare : (one, other) -> compare(other, one)));
        return new NodeTable(columns, numeric, rows.stream().sorted(order).toList());
    }

    @SuppressWarnings({ "unchecked", "rawtypes" })
    private static int compare(Object one, Object other) {
        return one instanceof Comparable left && one.getClass() == other.getClass() && !(one instanceof String)
                ? left.compareTo(other)
                : String.CASE_INSENSITIVE_ORDER.compare(one.toString(), other.toString());
    }
}
