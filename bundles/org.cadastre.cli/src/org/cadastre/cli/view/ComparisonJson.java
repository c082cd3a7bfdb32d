package org.cadastre.cli.view;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.cadastre.analysis.links.LinkChange;
import org.cadastre.analysis.links.LinkChanges;
import org.cadastre.cli.terminal.Terminal;
import org.cadastre.compare.Certificate;
import org.cadastre.compare.model.Change;
import org.cadastre.compare.model.ChangeGroup;
import org.cadastre.compare.model.ComparedSnapshot;
import org.cadastre.compare.model.Counts;
import org.cadastre.compare.model.DeviceComparison;
import org.cadastre.compare.model.MethodChange;
import org.cadastre.compare.model.SnapshotComparison;
import org.cadastre.compare.model.Summary;
import org.cadastre.compare.model.Unknown;
import org.cadastre.model.Coverage;
import org.cadastre.repository.EstateException;

/** Writes a comparison as JSON. docs/command-line.md tells the fields; more may come, none will go. */
public final class ComparisonJson {

    private final Terminal terminal;

    public ComparisonJson(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param lists which of the lists behind the numbers to write as well */
    public void write(SnapshotComparison comparison, LinkChanges links, Certificate certificate, List<Certificate.Part> lists)
            throws IOException, EstateException {
        try (JsonOutput json = new JsonOutput(terminal)) {
            json.object(() -> {
                json.object("before", () -> snapshot(json, comparison.getBefore()));
                json.object("after", () -> snapshot(json, comparison.getAfter()));
                json.object("summary", () -> summary(json, comparison.getSummary()));
                List<DeviceComparison> devices = comparison.getDevices();
                json.array("changes", all(devices, DeviceComparison::getChanges),
                        (Change change) -> json.object(() -> change(json, change)));
                json.array("volatile", all(devices, DeviceComparison::getVolatileChanges),
                        (Change change) -> json.object(() -> change(json, change)));
                json.array("unknown", all(devices, DeviceComparison::getUnknowns),
                        (Unknown unknown) -> json.object(() -> unknown(json, unknown)));
                json.array("readInAnotherWay", all(devices, DeviceComparison::getMethodChanges),
                        (MethodChange change) -> json.object(() -> method(json, change)));
                json.array("groups", comparison.getGroups(), (ChangeGroup group) -> json.object(() -> group(json, group)));
                json.array("links", links.changes(), (LinkChange link) -> json.object(() -> link(json, link)));
                json.field("linksUnknown", links.unknown());
                json.array("marked", devices.stream().filter(device -> device.getReason() != null).toList(),
                        (DeviceComparison device) -> json.object(() -> marked(json, device)));
                json.array("warnings", comparison.getWarnings(), json::value);
                if (!lists.isEmpty()) {
                    json.object("lists", () -> {
                        for (Certificate.Part part : lists) {
                            list(json, certificate, part);
                        }
                    });
                }
            });
        } catch (UnreadableInside unreadable) {
            throw unreadable.reason();
        }
    }

    private static void list(JsonOutput json, Certificate certificate, Certificate.Part part) throws IOException {
        json.array(part.name().toLowerCase(Locale.ROOT), () -> {
            try {
                certificate.list(part, line -> json.object(() -> {
                    json.field("device", line.device());
                    json.field("deviceName", line.deviceName());
                    json.field("section", line.section());
                    json.field("elements", line.elements());
                    json.field("grounds", line.grounds());
                }));
            } catch (EstateException unreadable) {
                throw new UnreadableInside(unreadable);
            }
        });
    }

    private static void marked(JsonOutput json, DeviceComparison device) throws IOException {
        device(json, device);
        json.field("verdict", device.getVerdict().getLiteral());
        json.field("reason", device.getReason());
    }

    private static <T> List<T> all(List<DeviceComparison> devices, Function<DeviceComparison, List<T>> part) {
        return devices.stream().flatMap(device -> part.apply(device).stream()).toList();
    }

    static void snapshot(JsonOutput json, ComparedSnapshot snapshot) throws IOException {
        json.field("id", snapshot.getId());
        json.field("label", snapshot.getLabel());
        json.field("started", snapshot.getStarted());
        json.field("finished", snapshot.getFinished());
        json.field("devicesTree", snapshot.getDevicesTree());
    }

    private static void summary(JsonOutput json, Summary summary) throws IOException {
        json.object("devices", () -> {
            counts(json, summary.getDevices());
            json.field("provenByHash", summary.getDevicesProvenByHash());
            json.field("onBothSides", summary.getDevicesOnBothSides());
            json.field("notCompared", summary.getDevicesNotCompared());
        });
        json.object("elements", () -> {
            counts(json, summary.getElements());
            json.field("provenByHash", summary.getElementsProvenByHash());
        });
        json.object("volatile", () -> {
            json.field("differences", summary.getVolatileDifferences());
            json.field("places", summary.getVolatilePlaces());
        });
        json.field("sectionsUnknown", summary.getSectionsUnknown());
    }

    private static void counts(JsonOutput json, Counts counts) throws IOException {
        json.field("unchanged", counts.getUnchanged());
        json.field("changed", counts.getChanged());
        json.field("added", counts.getAdded());
        json.field("removed", counts.getRemoved());
        json.field("moved", counts.getMoved());
        json.field("unknown", counts.getUnknown());
        json.field("volatile", counts.getVolatile());
    }

    static void change(JsonOutput json, Change change) throws IOException {
        device(json, (DeviceComparison) change.eContainer());
        json.field("section", orEmpty(change.getSection()));
        json.field("element", orEmpty(change.getElement()));
        json.field("attribute", orEmpty(change.getAttribute()));
        json.field("kind", change.getKind().getLiteral());
        json.field("before", change.getBefore());
        json.field("after", change.getAfter());
        json.field("significance", change.getSignificance().getLiteral());
        json.field("elementBefore", change.getElementBefore());
        json.field("otherDevice", change.getOtherDevice());
        json.field("elements", change.getElements());
        json.field("explainedByMethod", change.isExplainedByMethod());
    }

    static void unknown(JsonOutput json, Unknown unknown) throws IOException {
        device(json, (DeviceComparison) unknown.eContainer());
        json.field("section", orEmpty(unknown.getSection()));
        json.field("coverageBefore", coverage(unknown.isSetCoverageBefore(), unknown.getCoverageBefore()));
        json.field("coverageAfter", coverage(unknown.isSetCoverageAfter(), unknown.getCoverageAfter()));
        json.field("reason", unknown.getReason());
        json.field("elements", unknown.getElements());
    }

    private static void method(JsonOutput json, MethodChange change) throws IOException {
        device(json, (DeviceComparison) change.eContainer());
        json.field("section", change.getSection());
        json.field("attribute", change.getAttribute());
        json.field("before", change.getBefore());
        json.field("after", change.getAfter());
    }

    private static void group(JsonOutput json, ChangeGroup group) throws IOException {
        json.field("rule", group.getRule());
        json.field("title", group.getTitle());
        json.field("significance", group.getSignificance().getLiteral());
        json.field("changes", group.getChanges().size());
    }

    private static void link(JsonOutput json, LinkChange link) throws IOException {
        json.field("kind", link.kind().name().toLowerCase(Locale.ROOT));
        json.field("text", link.text());
        json.field("certainty", link.certainty().name().toLowerCase(Locale.ROOT));
        json.array("devices", link.devices(), (String device) -> json.value(device));
        ends(json, "before", link.before());
        ends(json, "after", link.after());
    }

    private static void ends(JsonOutput json, String side, Optional<LinkChange.Ends> ends) throws IOException {
        if (ends.isEmpty()) {
            json.field(side, null);
            return;
        }
        json.object(side, () -> {
            json.field("from", ends.get().from());
            json.field("fromPort", ends.get().fromPort());
            json.field("to", ends.get().to());
            json.field("toPort", ends.get().toPort());
        });
    }

    private static void device(JsonOutput json, DeviceComparison device) throws IOException {
        json.field("device", device.getDevice());
        json.field("deviceName", device.getName());
    }

    /** Places are always texts; values are null where there is none. */
    private static String orEmpty(String place) {
        return place == null ? "" : place;
    }

    private static String coverage(boolean read, Coverage coverage) {
        return read ? coverage.getLiteral() : null;
    }
}
