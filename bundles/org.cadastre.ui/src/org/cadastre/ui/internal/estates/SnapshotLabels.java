package org.cadastre.ui.internal.estates;

import org.cadastre.model.CadastrePackage;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.ui.internal.estates.EstatesContent.Notice;
import org.cadastre.ui.internal.estates.ListedEstate.Read;
import org.cadastre.ui.internal.estates.ListedEstate.Reading;
import org.cadastre.ui.internal.estates.ListedEstate.Unreadable;
import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.ModelTexts;
import org.cadastre.ui.internal.texts.Moments;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.swt.graphics.Image;

/** One column of the list of estates. */
final class SnapshotLabels extends ColumnLabelProvider {

    private final SnapshotColumn column;
    private final EstateList estates;

    SnapshotLabels(SnapshotColumn column, EstateList estates) {
        this.column = column;
        this.estates = estates;
    }

    @Override
    public String getText(Object element) {
        return switch (element) {
            case SnapshotItem item -> switch (column) {
                case LABEL -> item.info().label();
                case TAKEN -> Moments.compact(item.info().started());
                case DIFFERENT -> estates.glance(item).flatMap(Glance::step).map(step -> Integer.toString(step.different()))
                        .orElse("");
                case COVERAGE -> estates.glance(item).map(SnapshotLabels::coverage).orElse("");
                case PURPOSE -> purpose(item.info());
                case TICKET -> item.info().ticket();
                case OPERATOR -> item.info().operator();
                case DEVICES -> Long.toString(item.info().devices());
            };
            case ListedEstate estate when column == SnapshotColumn.LABEL -> estate.name();
            case Notice notice when column == SnapshotColumn.LABEL -> switch (notice.estate().state()) {
                case Reading reading -> Texts.text("estates.reading");
                case Read read -> Texts.text("estates.noSnapshots");
                case Unreadable unreadable -> unreadable.message();
            };
            default -> "";
        };
    }

    @Override
    public Image getImage(Object element) {
        if (column == SnapshotColumn.COVERAGE && element instanceof SnapshotItem item) {
            return estates.glance(item).map(glance -> Icons.image(glance.complete() ? "coverage-complete" : "coverage-partial"))
                    .orElse(null);
        }
        if (column != SnapshotColumn.LABEL) {
            return null;
        }
        return switch (element) {
            case SnapshotItem item -> Icons.image(Icons.of(item.info().purpose()));
            case ListedEstate estate -> Icons.image(estate.state() instanceof Unreadable ? "estate-unreadable" : "estate");
            default -> null;
        };
    }

    @Override
    public String getToolTipText(Object element) {
        return switch (element) {
            case SnapshotItem item -> describe(item.info()) + estates.glance(item).map(SnapshotLabels::describe).orElse("");
            case ListedEstate estate -> estate.directory().toString();
            case Notice notice -> getText(notice);
            default -> null;
        };
    }

    private static String describe(SnapshotInfo snapshot) {
        StringBuilder text = new StringBuilder(snapshot.label()).append('\n')
                .append(purpose(snapshot)).append(", ")
                .append(Moments.text(snapshot.started())).append(" \u2013 ").append(Moments.time(snapshot.finished()));
        if (!snapshot.operator().isEmpty()) {
            text.append('\n').append(Texts.text("snapshot.by", snapshot.operator()));
        }
        if (!snapshot.ticket().isEmpty()) {
            text.append('\n').append(Texts.text("snapshot.ticket", snapshot.ticket()));
        }
        return text.append('\n').append(Texts.text("snapshot.size", snapshot.devices(), snapshot.elements())).toString();
    }

    private static String purpose(SnapshotInfo snapshot) {
        return ModelTexts.literal(snapshot.purpose(), CadastrePackage.Literals.SNAPSHOT, "purpose");
    }

    private static String coverage(Glance glance) {
        return glance.complete() ? Texts.text("estates.coverage.complete")
                : Texts.text("estates.coverage.gaps", glance.incomplete() + glance.missing());
    }

    private static String describe(Glance glance) {
        String step = glance.step().map(one -> "\n" + Texts.text("estates.step", one.different(), one.added(),
                one.notSeen())).orElse("");
        return step + "\n" + (glance.complete() ? Texts.text("estates.allRead")
                : Texts.text("estates.notAllRead", glance.incomplete(), glance.missing()));
    }
}
