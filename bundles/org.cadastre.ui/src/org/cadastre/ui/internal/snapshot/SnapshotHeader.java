package org.cadastre.ui.internal.snapshot;

import java.util.ArrayList;
import java.util.List;

import org.cadastre.model.CadastrePackage;
import org.cadastre.model.Snapshot;
import org.cadastre.model.TargetResult;
import org.cadastre.ui.internal.parts.Heading;
import org.cadastre.ui.internal.texts.ModelTexts;
import org.cadastre.ui.internal.texts.Moments;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.swt.widgets.Composite;

/** Label, purpose, time and author of a snapshot in two lines; a third one when targets could not be read. */
final class SnapshotHeader extends Heading {

    SnapshotHeader(Composite parent, SnapshotModel model) {
        super(parent, model.head().getLabel(), remark(model));
        Snapshot head = model.head();
        long failed = head.getTargets().stream()
                .filter(target -> target.getResult() != TargetResult.READ && !target.isSwept()).count();
        if (failed > 0) {
            warn(Texts.text("snapshot.notRead", failed));
        }
    }

    private static String remark(SnapshotModel model) {
        Snapshot head = model.head();
        List<String> parts = new ArrayList<>();
        String purpose = ModelTexts.literal(head.getPurpose(), CadastrePackage.Literals.SNAPSHOT, "purpose");
        parts.add(purpose.substring(0, 1).toUpperCase(Texts.LOCALE) + purpose.substring(1));
        parts.add(Moments.text(head.getStarted()));
        if (head.getOperator() != null && !head.getOperator().isBlank()) {
            parts.add(Texts.text("snapshot.by", head.getOperator()));
        }
        if (head.getTicket() != null && !head.getTicket().isBlank()) {
            parts.add(Texts.text("snapshot.ticket", head.getTicket()));
        }
        parts.add(Texts.text("snapshot.size", model.reader().info().devices(), model.reader().info().elements()));
        return String.join("  \u00b7  ", parts);
    }
}
