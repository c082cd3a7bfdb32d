package org.cadastre.ui.internal.snapshot;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.cadastre.model.Section;
import org.cadastre.ui.internal.parts.Palette;
import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.Texts;
import org.cadastre.ui.internal.tree.NoticeLine;
import org.cadastre.ui.internal.tree.TreeLine;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/**
 * What a line of the tree holds: title and place, how well it was read, its attributes, and what stands below it as a
 * table.
 */
final class DetailsPane extends Composite {

    private final Label icon;
    private final Label title;
    private final Label path;
    private final Label coverageIcon;
    private final Label provenance;
    private final FactsTable facts;
    private final RowsTable rows;

    /** @param onOpen gets the line that a person opens in the table */
    DetailsPane(Composite parent, Consumer<TreeLine> onOpen) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 10).spacing(8, 4).applyTo(this);
        icon = new Label(this, SWT.NONE);
        title = new Label(this, SWT.NONE);
        title.setFont(JFaceResources.getHeaderFont());
        wide(title).applyTo(title);
        GridDataFactory.swtDefaults().applyTo(icon);
        new Label(this, SWT.NONE);
        path = new Label(this, SWT.NONE);
        path.setForeground(Palette.pale(getDisplay()));
        wide(path).applyTo(path);
        coverageIcon = new Label(this, SWT.NONE);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.BEGINNING).indent(0, 6).applyTo(coverageIcon);
        provenance = new Label(this, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 6).hint(100, SWT.DEFAULT).applyTo(provenance);
        facts = new FactsTable(this);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).indent(0, 6).applyTo(facts.control());
        rows = new RowsTable(this, onOpen);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).indent(0, 6).applyTo(rows.control());
        clear();
    }

    private static GridDataFactory wide(Label label) {
        return GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(100, SWT.DEFAULT);
    }

    /** Says what to do while nothing is selected. */
    void clear() {
        icon.setImage(null);
        title.setText("");
        path.setText(Texts.text("details.nothing"));
        showProvenance(Optional.empty());
        showTables(List.of(), NodeTable.below(new NoticeLine(null, "")));
    }

    void show(TreeLine node) {
        setRedraw(false);
        icon.setImage(Icons.image(node.icon()));
        title.setText(escaped(node.title()));
        path.setText(escaped(node.parent().map(TreeLine::path).orElse(node.remark())));
        showProvenance(section(node));
        showTables(Facts.of(node), NodeTable.below(node));
        setRedraw(true);
    }

    private static String escaped(String text) {
        return text.replace("&", "&&");
    }

    private static Optional<Section> section(TreeLine node) {
        Optional<TreeLine> above = Optional.of(node);
        while (above.isPresent()) {
            if (above.get() instanceof ObjectNode object && object.section().isPresent()) {
                return object.section();
            }
            above = above.get().parent();
        }
        return Optional.empty();
    }

    private void showProvenance(Optional<Section> section) {
        coverageIcon.setImage(section.map(known -> Icons.image(Icons.of(known.getCoverage()))).orElse(null));
        provenance.setText(section.map(Facts::provenance).map(DetailsPane::escaped).orElse(""));
        exclude(coverageIcon, section.isEmpty());
        exclude(provenance, section.isEmpty());
    }

    /** Without rows below, the attributes have the whole height. */
    private void showTables(List<Facts> attributes, NodeTable below) {
        facts.show(attributes);
        rows.show(below);
        boolean noRows = below.rows().isEmpty();
        exclude(facts.control(), attributes.isEmpty() && !noRows);
        exclude(rows.control(), noRows);
        GridData place = (GridData) facts.control().getLayoutData();
        place.grabExcessVerticalSpace = noRows;
        place.verticalAlignment = SWT.FILL;
        place.heightHint = noRows ? SWT.DEFAULT : facts.height();
        layout();
    }

    private static void exclude(org.eclipse.swt.widgets.Control control, boolean excluded) {
        ((GridData) control.getLayoutData()).exclude = excluded;
        control.setVisible(!excluded);
    }

    @Override
    public boolean setFocus() {
        return facts.control().isVisible() ? facts.control().setFocus() : rows.control().setFocus();
    }
}
