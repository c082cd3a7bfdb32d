package org.cadastre.ui.internal.overview;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import org.cadastre.ui.internal.parts.Names;
import org.cadastre.ui.internal.parts.Palette;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/** How often there is what: the most frequent first, each with a bar. Enter or a double click leads to the devices. */
final class CountTable extends Composite {

    private static final int NAME_WIDTH = 240;
    private static final int NUMBER_WIDTH = 70;
    private static final int BAR_WIDTH = 130;
    private static final int BAR_MARGIN = 5;

    private final Table table;
    private final List<Map.Entry<String, Integer>> counts;
    private final int most;

    /** @param onOpen gets the name of the line that was opened */
    CountTable(Composite parent, String title, Map<String, Integer> counted, Consumer<String> onOpen) {
        super(parent, SWT.NONE);
        counts = counted.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> entry) -> -entry.getValue())).toList();
        most = counts.stream().mapToInt(Map.Entry::getValue).max().orElse(1);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(this);
        Label heading = new Label(this, SWT.NONE);
        heading.setText(title);
        heading.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        table = new Table(this, SWT.FULL_SELECTION | SWT.MULTI | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, true).hint(NAME_WIDTH, 60).applyTo(table);
        Names.give(table, title);
        column(SWT.LEFT, NAME_WIDTH);
        column(SWT.RIGHT, NUMBER_WIDTH);
        column(SWT.LEFT, BAR_WIDTH);
        for (Map.Entry<String, Integer> count : counts) {
            TableItem item = new TableItem(table, SWT.NONE);
            item.setText(new String[] { count.getKey().isEmpty() ? Texts.text("overview.unknown") : count.getKey(),
                    Integer.toString(count.getValue()), "" });
        }
        table.addListener(SWT.PaintItem, this::paint);
        table.addListener(SWT.DefaultSelection, event -> onOpen.accept(counts.get(table.getSelectionIndex()).getKey()));
    }

    /** Gives each line a picture. */
    void pictures(Function<String, Image> picture) {
        for (int i = 0; i < counts.size(); i++) {
            table.getItem(i).setImage(picture.apply(counts.get(i).getKey()));
        }
    }

    private void column(int alignment, int width) {
        new TableColumn(table, alignment).setWidth(width);
    }

    private void paint(Event event) {
        if (event.index == 2) {
            int width = (BAR_WIDTH - 2 * BAR_MARGIN) * counts.get(table.indexOf((TableItem) event.item)).getValue() / most;
            event.gc.setBackground(Palette.bar(getDisplay()));
            event.gc.fillRectangle(event.x + BAR_MARGIN, event.y + BAR_MARGIN, Math.max(2, width),
                    ((TableItem) event.item).getBounds(2).height - 2 * BAR_MARGIN);
        }
    }
}
