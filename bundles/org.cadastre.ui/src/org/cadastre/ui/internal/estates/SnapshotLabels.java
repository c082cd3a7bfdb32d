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

    SnapshotLabels(SnapshotColumn column) {
        this.column = column;
    }

    @Override
    public String getText(Object element) {
        return switch (element) {
            case SnapshotItem item -> switch (column) {
                case LABEL -> item.info().label();
                case TAKEN -> Moments.compact(item.info().started());
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
            case SnapshotItem item -> describe(item.info());
            case ListedEstate estate -> estate.directory().toString();
            case Notice notice -> getText(notice);
            default -> null;
        };
    }

    private static String describe(SnapshotInfo snapshot) {
        StringBuilder text = new StringBuilder(snapshot.label()).append('\n')
                .append(ModelTexts.literal(snapshot.purpose(), CadastrePackage.Literals.SNAPSHOT, "purpose")).append(", ")
                .append(Moments.text(snapshot.started())).append(" \u2013 ").append(Moments.time(snapshot.finished()));
        if (!snapshot.operator().isEmpty()) {
            text.append('\n').append(Texts.text("snapshot.by", snapshot.operator()));
        }
        if (!snapshot.ticket().isEmpty()) {
            text.append('\n').append(Texts.text("snapshot.ticket", snapshot.ticket()));
        }
        return text.append('\n').append(Texts.text("snapshot.size", snapshot.devices(), snapshot.elements())).toString();
    }
}
