package org.cadastre.ui.internal.comparison;

import java.util.ArrayList;
import java.util.List;

import org.cadastre.compare.Certificate.Part;
import org.cadastre.compare.model.Counts;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Summary;
import org.cadastre.ui.internal.texts.Texts;

/** The outcome of a comparison in whole sentences: what changed, what is proven unchanged, what cannot be known. */
final class Sentences {

    private Sentences() {
    }

    static String of(SnapshotComparison comparison) {
        Summary summary = comparison.getSummary();
        Counts devices = summary.getDevices();
        Counts elements = summary.getElements();
        int touched = devices.getChanged() + devices.getAdded() + devices.getRemoved() + devices.getMoved();
        int all = touched + devices.getUnchanged() + devices.getVolatile() + devices.getUnknown();
        List<String> sentences = new ArrayList<>();
        if (touched == 0 && devices.getUnknown() == 0 && devices.getVolatile() == 0) {
            sentences.add(Texts.text("summary.allUnchanged", all, elements.getUnchanged()));
        } else {
            sentences.add(touched == 0 ? Texts.text("summary.noChange", all) : Texts.text("summary.changed", touched, all,
                    changes(elements)));
            sentences.add(Texts.text("summary.unchanged", elements.getUnchanged(), devices.getUnchanged()));
        }
        if (summary.getVolatileDifferences() > 0) {
            sentences.add(Texts.text("summary.volatile", summary.getVolatileDifferences(), summary.getVolatilePlaces()));
        }
        if (summary.getSectionsUnknown() > 0) {
            sentences.add(Texts.text("summary.unknownSections", summary.getSectionsUnknown()));
        }
        if (summary.getDevicesNotCompared() > 0) {
            sentences.add(Texts.text("summary.unknownDevices", summary.getDevicesNotCompared()));
        }
        if (summary.getChangesExplainedByMethod() > 0) {
            sentences.add(Texts.text("summary.method", summary.getChangesExplainedByMethod()));
        }
        return String.join(" ", sentences);
    }

    /** How many elements a number of the certificate counts. */
    static int elements(SnapshotComparison comparison, Part part) {
        Counts elements = comparison.getSummary().getElements();
        return switch (part) {
            case UNCHANGED -> elements.getUnchanged();
            case CHANGED -> changes(elements);
            case VOLATILE -> elements.getVolatile();
            case UNKNOWN -> elements.getUnknown();
        };
    }

    /** What is to be said about a number of the certificate; may be empty. */
    static String remark(SnapshotComparison comparison, Part part) {
        Summary summary = comparison.getSummary();
        return switch (part) {
            case UNCHANGED -> said(summary.getDevicesProvenByHash(), "certificate.proven", summary.getElementsProvenByHash(),
                    summary.getDevicesProvenByHash());
            case CHANGED -> said(summary.getChangesExplainedByMethod(), "summary.method", summary.getChangesExplainedByMethod());
            case VOLATILE -> said(summary.getVolatileDifferences(), "certificate.places", summary.getVolatileDifferences(),
                    summary.getVolatilePlaces());
            case UNKNOWN -> (said(summary.getSectionsUnknown(), "summary.unknownSections", summary.getSectionsUnknown()) + " "
                    + said(summary.getDevicesNotCompared(), "summary.unknownDevices", summary.getDevicesNotCompared())).strip();
        };
    }

    private static String said(int number, String key, Object... values) {
        return number == 0 ? "" : Texts.text(key, values);
    }

    private static int changes(Counts elements) {
        return elements.getAdded() + elements.getRemoved() + elements.getChanged() + elements.getMoved();
    }
}
