package org.cadastre.ui.internal.comparison;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.cadastre.compare.model.Counts;
import org.cadastre.compare.model.Summary;
import org.cadastre.compare.model.Verdict;
import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** How many elements were added, removed, changed, moved or cannot be known; each number is a switch that hides its kind. */
final class KindFilter {

    private final Map<Verdict, ToolItem> switches = new LinkedHashMap<>();

    /**
     * @param shown the kinds that are shown at first
     * @param onChange gets the kinds that are to be shown
     */
    KindFilter(Composite parent, Summary summary, Set<Verdict> shown, Consumer<Set<Verdict>> onChange) {
        ToolBar bar = new ToolBar(parent, SWT.FLAT | SWT.RIGHT | SWT.WRAP);
        Counts counts = summary.getElements();
        Map<Verdict, Integer> numbers = new LinkedHashMap<>();
        numbers.put(Verdict.CHANGED, counts.getChanged());
        numbers.put(Verdict.ADDED, counts.getAdded());
        numbers.put(Verdict.REMOVED, counts.getRemoved());
        numbers.put(Verdict.MOVED, counts.getMoved());
        numbers.put(Verdict.VOLATILE, summary.getVolatileDifferences());
        numbers.put(Verdict.UNKNOWN, summary.getSectionsUnknown() + summary.getDevicesNotCompared());
        numbers.forEach((kind, number) -> {
            ToolItem item = new ToolItem(bar, SWT.CHECK);
            String name = kind.getName().toLowerCase(java.util.Locale.ROOT);
            item.setText(Texts.text("comparison.count." + name, number));
            item.setToolTipText(Texts.text("comparison.toggle." + name));
            item.setImage(Icons.image(Icons.of(kind)));
            item.setSelection(shown.contains(kind));
            item.setEnabled(number > 0);
            item.addListener(SWT.Selection, event -> onChange.accept(shown()));
            switches.put(kind, item);
        });
        this.bar = bar;
    }

    private final ToolBar bar;

    ToolBar control() {
        return bar;
    }

    private Set<Verdict> shown() {
        Set<Verdict> kinds = EnumSet.noneOf(Verdict.class);
        switches.forEach((kind, item) -> {
            if (item.getSelection()) {
                kinds.add(kind);
            }
        });
        return kinds;
    }
}
