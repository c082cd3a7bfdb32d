package org.cadastre.ui.internal.scan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.cadastre.collect.Credential;
import org.cadastre.credentials.CredentialException;
import org.cadastre.credentials.CredentialStore;
import org.cadastre.model.CadastrePackage;
import org.cadastre.model.TargetResult;
import org.cadastre.repository.Estate;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.scan.Pause;
import org.cadastre.scan.ScanRequest;
import org.cadastre.scan.ScanResult;
import org.cadastre.scan.Scanner;
import org.cadastre.ui.internal.estates.EstateList;
import org.cadastre.ui.internal.parts.Editors;
import org.cadastre.ui.internal.parts.Services;
import org.cadastre.ui.internal.parts.Work;
import org.cadastre.ui.internal.scan.ScanRun.TargetState;
import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.ModelTexts;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.part.ViewPart;

/** How a scan goes: each target with what became of it, and what to do where that is not what was hoped for. */
public final class ScanView extends ViewPart {

    public static final String ID = "org.cadastre.ui.scanProgress";

    private static final int REDRAW_MILLISECONDS = 150;

    private final AtomicBoolean stale = new AtomicBoolean();
    private Label headline;
    private ProgressBar bar;
    private Button hold;
    private Button stop;
    private Button again;
    private Table table;
    private ScanRun run = new ScanRun(this::redrawSoon);
    private Work<ScanResult> work;
    private Pause pause = new Pause();
    private Runnable retry = () -> {
        // Nothing was scanned yet.
    };

    @Override
    public void createPartControl(Composite parent) {
        GridLayoutFactory.fillDefaults().numColumns(5).margins(8, 6).spacing(10, 6).applyTo(parent);
        headline = new Label(parent, SWT.NONE);
        headline.setText(Texts.text("scan.none"));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(200, SWT.DEFAULT).applyTo(headline);
        bar = new ProgressBar(parent, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(200, SWT.DEFAULT).applyTo(bar);
        hold = button(parent, "scan.hold", this::hold);
        stop = button(parent, "scan.stop", () -> {
            pause.goOn();
            work.cancel();
        });
        stop.setImage(Icons.image("cancel"));
        again = button(parent, "scan.retry", () -> retry.run());
        again.setToolTipText(Texts.text("scan.retry.explained"));
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.BORDER);
        table.setHeaderVisible(true);
        column("scan.column.target", 190);
        column("scan.column.state", 150);
        column("scan.column.message", 520);
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, run.targets().get(event.index)));
        GridDataFactory.fillDefaults().grab(true, true).span(5, 1).applyTo(table);
    }

    private static Button button(Composite parent, String text, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(Texts.text(text));
        button.setEnabled(false);
        button.addListener(SWT.Selection, event -> action.run());
        return button;
    }

    /** Targets under way are read to their end, no further one is begun, until the same button is pressed again. */
    private void hold() {
        if (pause.isHeld()) {
            pause.goOn();
        } else {
            pause.hold();
        }
        hold.setText(Texts.text(pause.isHeld() ? "scan.goOn" : "scan.hold"));
        hold.getParent().layout();
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.LEFT);
        column.setText(Texts.text(title));
        column.setWidth(width);
    }

    /** Begins a scan. One at a time: while it runs, others wait. */
    void start(ScanPlan plan) {
        start(plan, Optional.empty());
    }

    /** @param incomplete the snapshot of which only those targets are asked again that failed; empty to read all */
    private void start(ScanPlan plan, Optional<SnapshotInfo> incomplete) {
        pause = new Pause();
        Pause held = pause;
        run = new ScanRun(this::redrawSoon);
        ScanRun mine = run;
        headline.setText(Texts.text("scan.running", plan.label()));
        hold.setText(Texts.text("scan.hold"));
        hold.setEnabled(true);
        stop.setEnabled(true);
        again.setEnabled(false);
        work = Work.of(Texts.text("scan.running", plan.label()), monitor -> scan(plan, incomplete, mine, held, monitor),
                result -> finished(plan, result), this::failed);
        work.setRule(new OneAtATime());
        work.setPriority(Job.LONG);
        work.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                if (event.getResult().matches(IStatus.CANCEL)) {
                    Display.getDefault().asyncExec(() -> failed(Texts.text("scan.stopped")));
                }
            }
        });
        work.schedule();
        redraw();
    }

    private static ScanResult scan(ScanPlan plan, Optional<SnapshotInfo> incomplete, ScanRun run, Pause pause,
            IProgressMonitor monitor) throws Exception {
        EstateList estates = Services.get(EstateList.class);
        List<Credential> credentials = new ArrayList<>();
        monitor.beginTask(plan.label(), IProgressMonitor.UNKNOWN);
        try {
            CredentialStore store = Services.get(CredentialStore.class);
            for (String name : plan.credentials()) {
                add(credentials, store, name);
            }
            ScanRequest request = new ScanRequest(plan.label(), plan.purpose(), plan.operator(), plan.ticket(),
                    plan.targets(), credentials, ScanRequest.DEFAULT_LIMIT, ScanRequest.DEFAULT_CONCURRENCY);
            Estate.openOrCreate(plan.estate()).close();
            Scanner scanner = Services.get(Scanner.class);
            return estates.use(plan.estate(), estate -> incomplete.isPresent()
                    ? scanner.complete(estate, incomplete.get(), request, run, pause) : scanner.scan(estate, request, run, pause));
        } finally {
            credentials.forEach(Credential::close);
        }
    }

    @SuppressWarnings("resource") // closed by the caller, with the others
    private static void add(List<Credential> credentials, CredentialStore store, String name) throws CredentialException {
        credentials.add(store.get(name));
    }

    private void finished(ScanPlan plan, ScanResult result) {
        Path estate = plan.estate();
        Services.get(EstateList.class).add(estate);
        plan.before().filter(before -> before.estate().equals(estate)).ifPresentOrElse(
                before -> Editors.openComparison(estate, before.info(), result.snapshot()),
                () -> Editors.openSnapshot(estate, result.snapshot()));
        int failures = result.failures().size();
        ended(failures == 0 ? Texts.text("scan.done", plan.label(), result.snapshot().devices())
                : Texts.text("scan.doneWithFailures", plan.label(), result.snapshot().devices(), failures));
        retry = () -> start(plan.again(labels(estate)), Optional.of(result.snapshot()));
        again.setEnabled(failures > 0);
    }

    private static Set<String> labels(Path estate) {
        return Services.get(EstateList.class).find(estate).stream().flatMap(listed -> listed.snapshots().stream())
                .map(item -> item.info().label()).collect(Collectors.toSet());
    }

    private void failed(String line) {
        ended(line);
    }

    private void ended(String line) {
        if (!headline.isDisposed()) {
            hold.setEnabled(false);
            stop.setEnabled(false);
            redraw();
            headline.setText(line);
            headline.setToolTipText(line);
            bar.setSelection(bar.getMaximum());
        }
    }

    /** A scan reports more often than anybody can look. */
    private void redrawSoon() {
        if (stale.compareAndSet(false, true)) {
            Display display = Display.getDefault();
            display.asyncExec(() -> display.timerExec(REDRAW_MILLISECONDS, this::redraw));
        }
    }

    private void redraw() {
        stale.set(false);
        if (!table.isDisposed()) {
            bar.setMaximum(Math.max(1, run.count()));
            bar.setSelection(run.finished());
            table.setItemCount(run.targets().size());
            table.clearAll();
        }
    }

    private static void fill(TableItem item, TargetState state) {
        String result = state.outcome().map(outcome -> ModelTexts.literal(outcome.getResult(),
                CadastrePackage.Literals.TARGET_OUTCOME, "result")).orElse(Texts.text("scan.reading"));
        String message = state.outcome().map(outcome -> outcome.getMessage()).orElse("");
        String target = state.target().equals("local") ? Texts.text("scan.local") : state.target();
        item.setText(new String[] { target, result, message == null ? "" : message });
        item.setImage(Icons.image(state.outcome().map(outcome -> outcome.getResult() == TargetResult.READ
                ? "coverage-complete" : "coverage-failed").orElse("coverage-timedout")));
    }

    @Override
    public void setFocus() {
        table.setFocus();
    }

    /** Scans of the workbench follow one another: they would only wait for the same network. */
    private static final class OneAtATime implements ISchedulingRule {

        @Override
        public boolean contains(ISchedulingRule rule) {
            return rule instanceof OneAtATime;
        }

        @Override
        public boolean isConflicting(ISchedulingRule rule) {
            return rule instanceof OneAtATime;
        }
    }
}
