package org.cadastre.export.excel.internal;

import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.cadastre.model.CadastrePackage;
import org.cadastre.model.Coverage;
import org.cadastre.model.Section;
import org.cadastre.model.Snapshot;
import org.cadastre.model.TargetOutcome;
import org.cadastre.model.TargetResult;
import org.cadastre.model.metamodel.Metamodel;
import org.cadastre.repository.DeviceEntry;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.repository.SnapshotReader;

/** Fills a workbook with a snapshot. */
public final class Inventory {

    private static final Map<Coverage, Tint> TINTS = Map.of(Coverage.COMPLETE, Tint.NONE, Coverage.PARTIAL, Tint.CHANGED,
            Coverage.UNSUPPORTED, Tint.UNKNOWN, Coverage.NOT_REQUESTED, Tint.UNKNOWN);

    private final Book book;
    private final Page front;
    private final Table targets;
    private final Table devices;
    private final Table coverage;
    private final ElementSheets elements;
    private final Map<Coverage, Long> sectionsByCoverage = new TreeMap<>();

    public Inventory(Book book) {
        this.book = book;
        this.front = book.page("Snapshot");
        this.targets = book.table("Targets", List.of(Column.of("Target"), Column.of("Result").withTint(),
                Column.wrapped("What happened, what to do"), Column.of("From a range"), Column.of("Protocol"),
                Column.of("Credential"), Column.of("Device ID"), Column.of("Recognition"), Column.of("Started (UTC)"),
                Column.of("Finished (UTC)")));
        this.devices = book.table("Devices", List.of(Column.of("Device"), Column.of("Kind"), Column.of("Manufacturer"),
                Column.of("Model"), Column.of("Operating system"), Column.of("Addresses"), Column.grouped("Elements"),
                Column.of("Device ID")));
        this.coverage = book.table("Coverage", List.of(Column.of("Device"), Column.of("Section"),
                Column.of("Coverage").withTint(), Column.wrapped("Reason"), Column.of("Collector"),
                Column.of("Collector version"), Column.of("Protocol"), Column.of("Privilege"), Column.of("Device ID")));
        this.elements = new ElementSheets(book);
    }

    public void fill(SnapshotReader snapshot) throws EstateException, InterruptedIOException {
        Book.requireNotInterrupted();
        Snapshot head = snapshot.head();
        head.getTargets().forEach(this::addTarget);
        try (ReadAhead ahead = new ReadAhead(snapshot)) {
            while (ahead.hasNext()) {
                Book.requireNotInterrupted();
                add(ahead.next());
            }
        }
        List<Table> inOrder = Stream.concat(Stream.of(targets, devices, coverage), elements.tables().stream()).toList();
        book.arrange(inOrder);
        writeFront(snapshot.info(), head, inOrder);
    }

    private void add(ReadAhead.Contents contents) {
        DeviceEntry entry = contents.entry();
        devices.add(Arrays.asList(entry.name(), entry.kind().getLiteral(), entry.manufacturer(), entry.model(),
                entry.operatingSystem(), String.join(", ", entry.addresses()), entry.elements(), entry.id()));
        addSections(entry, contents.state());
        addSections(entry, contents.observed());
    }

    private void addTarget(TargetOutcome outcome) {
        targets.add(Arrays.asList(outcome.getTarget(), outcome.getResult().getLiteral(), outcome.getMessage(),
                outcome.isSwept(), outcome.getProtocol(), outcome.getCredential(), outcome.getDevice(),
                outcome.getRecognition(), outcome.getStarted(), outcome.getFinished()),
                outcome.getResult() == TargetResult.READ ? Tint.NONE : outcome.isSwept() ? Tint.UNKNOWN : Tint.REMOVED);
    }

    private void addSections(DeviceEntry entry, Collection<? extends Section> sections) {
        for (Section section : sections) {
            sectionsByCoverage.merge(section.getCoverage(), 1L, Long::sum);
            coverage.add(
                    Arrays.asList(entry.name(), Metamodel.label(section.eClass()), section.getCoverage().getLiteral(),
                            section.getReason(), section.getCollector(), section.getCollectorVersion(),
                            section.getProtocol(), section.getPrivilege(), entry.id()),
                    TINTS.getOrDefault(section.getCoverage(), Tint.REMOVED));
            elements.add(entry.name(), entry.id(), section);
        }
    }

    private void writeFront(SnapshotInfo info, Snapshot head, List<Table> tables) {
        front.title("Snapshot " + info.label());
        front.fact("Purpose", Metamodel.text(CadastrePackage.Literals.SNAPSHOT__PURPOSE, head.getPurpose()))
                .fact("Taken by", info.operator()).fact("Ticket", info.ticket())
                .fact("Started (UTC)", info.started()).fact("Finished (UTC)", info.finished())
                .fact("Scope", String.join(", ", head.getScope())).fact("Program", head.getTool())
                .fact("Snapshot ID", info.id()).fact("Estate ID", head.getEstate())
                .fact("State ID", info.devicesTree());
        front.heading("What was read");
        front.fact("Devices", info.devices()).fact("Elements", info.elements());
        Map<TargetResult, Long> results = new TreeMap<>();
        head.getTargets().forEach(outcome -> results.merge(outcome.getResult(), 1L, Long::sum));
        results.forEach((result, count) -> front.fact("Targets: " + result.getLiteral(), count));
        sectionsByCoverage.forEach((level, count) -> front.fact("Sections: " + level.getLiteral(), count));
        if (sectionsByCoverage.keySet().stream().anyMatch(level -> level != Coverage.COMPLETE)) {
            front.sentence("Only a complete section proves what is not there. The sheet " + coverage.name()
                    + " gives the reason for each that is not complete.");
        }
        front.heading("Sheets");
        front.header(List.of("Sheet", "Rows", "Continued in"));
        tables.forEach(table -> front.link(table.name(), table, Arrays.asList(table.rows(), table.continuation())));
    }
}
