package org.cadastre.ui.internal.comparison;

import java.util.List;

import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.ComparedSnapshot;
import org.cadastre.compare.model.ComparisonPackage;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Unknown;
import org.cadastre.compare.model.Verdict;
import org.cadastre.model.CadastrePackage;
import org.cadastre.model.Coverage;
import org.cadastre.ui.internal.comparison.TextDifference.Part;
import org.cadastre.ui.internal.parts.Names;
import org.cadastre.ui.internal.parts.Palette;
import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.ModelTexts;
import org.cadastre.ui.internal.texts.Moments;
import org.cadastre.ui.internal.texts.Texts;
import org.cadastre.ui.internal.tree.TreeLine;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Before and after of the selected line beside each other; what differs is marked. Below, what is to be said about it. */
final class BeforeAfterPane extends Composite {

    private final Label icon;
    private final Label title;
    private final Label path;
    private final StyledText before;
    private final StyledText after;
    private final Label remark;

    BeforeAfterPane(Composite parent, SnapshotComparison comparison) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(12, 10).spacing(8, 4).applyTo(this);
        icon = new Label(this, SWT.NONE);
        title = label(this, SWT.WRAP);
        title.setFont(JFaceResources.getHeaderFont());
        new Label(this, SWT.NONE);
        path = label(this, SWT.NONE);
        path.setForeground(Palette.pale(getDisplay()));
        remark = label(this, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).indent(0, 4).hint(100, SWT.DEFAULT).applyTo(remark);
        SashForm sash = new SashForm(this, SWT.HORIZONTAL | SWT.SMOOTH);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).indent(0, 4).applyTo(sash);
        before = side(sash, Texts.text("comparison.before"), name(comparison.getBefore()));
        after = side(sash, Texts.text("comparison.after"), name(comparison.getAfter()));
        clear();
    }

    private static Label label(Composite parent, int style) {
        Label label = new Label(parent, style);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(100, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private static String name(ComparedSnapshot snapshot) {
        return snapshot.getLabel() + ", " + Moments.text(snapshot.getStarted());
    }

    private static StyledText side(Composite parent, String heading, String snapshot) {
        Composite side = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(side);
        Label label = label(side, SWT.NONE);
        label.setText(heading);
        label.setToolTipText(escaped(snapshot));
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
        StyledText text = new StyledText(side, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER);
        text.setMargins(8, 6, 8, 6);
        text.setLineSpacing(2);
        Names.give(text, heading + " " + snapshot);
        text.addListener(SWT.Traverse, event -> event.doit = true);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
        return text;
    }

    /** Says what to do while nothing is selected. */
    void clear() {
        head("information", Texts.text("comparison.select"), "", "");
        texts("", "", true);
    }

    void show(TreeLine line) {
        String above = line.parent().map(TreeLine::path).orElse("");
        switch (line) {
            case ChangeLine change -> {
                head(line.icon(), line.title(), above, remark(change));
                texts(change.before(), change.after(), true);
            }
            case UnknownLine unknown -> {
                head(line.icon(), Texts.text("comparison.unknown"), above, unknown.remark());
                texts(coverage(unknown.unknown(), true), coverage(unknown.unknown(), false), false);
            }
            case DeviceLine device -> {
                head(line.icon(), line.title(), verdict(device), line.explanation());
                texts("", "", true);
            }
            default -> {
                head(line.icon(), line.title(), above, "");
                texts("", "", true);
            }
        }
    }

    private static String verdict(DeviceLine line) {
        return ModelTexts.literal(line.device().getVerdict(), ComparisonPackage.Literals.DEVICE_COMPARISON, "verdict");
    }

    private static String remark(ChangeLine line) {
        Change change = line.change();
        List<String> remarks = new java.util.ArrayList<>();
        remarks.add(Texts.text("comparison.kind." + change.getKind().getName().toLowerCase(java.util.Locale.ROOT)));
        if (change.getElements() > 1) {
            remarks.add(Texts.text("comparison.with", change.getElements() - 1));
        }
        if (change.getOtherDevice() != null) {
            remarks.add(Texts.text("comparison.otherDevice", change.getOtherDevice()));
        }
        if (change.isExplainedByMethod()) {
            remarks.add(Texts.text("comparison.byMethod"));
        }
        if (line.verdict() == Verdict.VOLATILE) {
            remarks.add(Texts.text("comparison.kind.volatile"));
        }
        return String.join(" ", remarks);
    }

    private static String coverage(Unknown unknown, boolean first) {
        boolean isSet = first ? unknown.isSetCoverageBefore() : unknown.isSetCoverageAfter();
        Coverage coverage = first ? unknown.getCoverageBefore() : unknown.getCoverageAfter();
        return isSet ? Texts.text("comparison.coverage",
                ModelTexts.literal(coverage, CadastrePackage.Literals.SECTION, "coverage")) : Texts.text("comparison.notRead");
    }

    private void head(String picture, String heading, String place, String line) {
        icon.setImage(Icons.image(picture));
        title.setText(escaped(heading));
        path.setText(escaped(place));
        remark.setText(escaped(line));
        layout();
    }

    private void texts(String left, String right, boolean marked) {
        before.setText(left);
        after.setText(right);
        if (marked && !(left.isEmpty() && right.isEmpty())) {
            TextDifference difference = TextDifference.of(left, right);
            mark(before, difference.before(), Palette.removed(getDisplay()));
            mark(after, difference.after(), Palette.added(getDisplay()));
        }
    }

    private static void mark(StyledText text, List<Part> parts, Color background) {
        text.setStyleRanges(parts.stream()
                .map(part -> new StyleRange(part.start(), part.length(), text.getForeground(), background))
                .toArray(StyleRange[]::new));
    }

    private static String escaped(String text) {
        return text.replace("&", "&&");
    }
}
