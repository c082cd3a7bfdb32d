package org.cadastre.ui.internal.search;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.cadastre.compare.search.EstateSearch;
import org.cadastre.compare.search.Finding;
import org.cadastre.ui.internal.comparison.ElementPath;
import org.cadastre.ui.internal.estates.EstateList;
import org.cadastre.ui.internal.estates.ListedEstate;
import org.cadastre.ui.internal.parts.Editors;
import org.cadastre.ui.internal.parts.Names;
import org.cadastre.ui.internal.parts.Services;
import org.cadastre.ui.internal.parts.Work;
import org.cadastre.ui.internal.texts.Icons;
import org.cadastre.ui.internal.texts.ModelTexts;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.IViewSite;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.part.ViewPart;

/** Finds a serial number, an address, a name, a version in all snapshots of an estate: where, since when and until when. */
public final class SearchView extends ViewPart {

    public static final String ID = "org.cadastre.ui.search";

    private static final int REDRAW_MILLISECONDS = 150;
    private static final List<String> COLUMNS = List.of("device", "place", "fact", "value", "first", "last");
    private static final int[] WIDTHS = { 170, 260, 120, 200, 130, 130 };

    private final EstateList estates = Services.get(EstateList.class);
    private final Runnable onEstates = () -> Display.getDefault().asyncExec(this::listEstates);
    private final AtomicBoolean stale = new AtomicBoolean();
    private IMemento remembered;
    private List<ListedEstate> listed = List.of();
    private Combo estate;
    private Text text;
    private Button action;
    private Label result;
    private Table table;
    private FindingList found = new FindingList(this::redrawSoon);
    private Path searched;
    private Work<Boolean> work;
    private boolean running;

    @Override
    public void init(IViewSite site, IMemento memento) throws PartInitException {
        super.init(site, memento);
        remembered = memento;
    }

    @Override
    public void createPartControl(Composite parent) {
        GridLayoutFactory.fillDefaults().numColumns(4).margins(8, 6).spacing(10, 6).applyTo(parent);
        text = new Text(parent, SWT.SEARCH | SWT.ICON_SEARCH | SWT.BORDER);
        text.setMessage(Texts.text("find.hint"));
        Names.give(text, Texts.text("find.hint"));
        text.addListener(SWT.DefaultSelection, event -> start());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(240, SWT.DEFAULT).applyTo(text);
        estate = new Combo(parent, SWT.READ_ONLY);
        Names.give(estate, Texts.text("scan.estate"));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(160, SWT.DEFAULT).applyTo(estate);
        action = new Button(parent, SWT.PUSH);
        action.addListener(SWT.Selection, event -> {
            if (running) {
                stop();
            } else {
                start();
            }
        });
        GridDataFactory.fillDefaults().hint(100, SWT.DEFAULT).applyTo(action);
        result = new Label(parent, SWT.NONE);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(230, SWT.DEFAULT).applyTo(result);
        createTable(parent);
        estates.addListener(onEstates);
        listEstates();
        show(false);
    }

    private void createTable(Composite parent) {
        table = new Table(parent, SWT.VIRTUAL | SWT.FULL_SELECTION | SWT.BORDER | SWT.MULTI);
        table.setHeaderVisible(true);
        Names.give(table, getTitle());
        for (int i = 0; i < COLUMNS.size(); i++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(Texts.text("find.column." + COLUMNS.get(i)));
            Integer width = remembered == null ? null : remembered.getInteger(COLUMNS.get(i));
            column.setWidth(width == null || width <= 0 ? WIDTHS[i] : width);
        }
        table.addListener(SWT.SetData, event -> fill((TableItem) event.item, found.get(event.index)));
        table.addListener(SWT.DefaultSelection, event -> open(found.get(table.getSelectionIndex())));
        GridDataFactory.fillDefaults().grab(true, true).span(4, 1).applyTo(table);
    }

    private void listEstates() {
        if (estate.isDisposed()) {
            return;
        }
        Path chosen = estate.getSelectionIndex() < 0 ? null : listed.get(estate.getSelectionIndex()).directory();
        listed = estates.all();
        estate.setItems(listed.stream().map(ListedEstate::name).toArray(String[]::new));
        int index = 0;
        for (int i = 0; i < listed.size(); i++) {
            index = listed.get(i).directory().equals(chosen) ? i : index;
        }
        estate.select(index);
        action.setEnabled(running || !listed.isEmpty());
    }

    private void start() {
        stop();
        String wanted = text.getText().strip();
        if (wanted.isEmpty() || estate.getSelectionIndex() < 0) {
            result.setText(Texts.text(wanted.isEmpty() ? "find.nothing" : "find.noEstate"));
            return;
        }
        searched = listed.get(estate.getSelectionIndex()).directory();
        found = new FindingList(this::redrawSoon);
        FindingList mine = found;
        Path directory = searched;
        work = Work.of(Texts.text("search.running"), monitor -> estates.use(directory, open -> {
            EstateSearch.run(open, wanted, mine);
            return true;
        }), done -> ended(mine, ""), line -> ended(mine, line));
        work.setSystem(true);
        work.schedule();
        show(true);
        redraw();
    }

    private void stop() {
        if (running) {
            work.cancel();
            ended(found, Texts.text("find.stopped", found.count()));
        }
    }

    private void ended(FindingList search, String line) {
        if (search == found && running && !table.isDisposed()) {
            show(false);
            redraw();
            if (!line.isEmpty()) {
                result.setText(line);
                result.setToolTipText(line);
            }
        }
    }

    private void show(boolean isRunning) {
        running = isRunning;
        action.setText(Texts.text(running ? "button.cancel" : "find.start"));
        action.setEnabled(running || !listed.isEmpty());
    }

    /** A search finds more often than anybody can look. */
    private void redrawSoon() {
        if (stale.compareAndSet(false, true)) {
            Display display = Display.getDefault();
            display.asyncExec(() -> display.timerExec(REDRAW_MILLISECONDS, this::redrawWhileRunning));
        }
    }

    private void redrawWhileRunning() {
        stale.set(false);
        if (running) {
            redraw();
        }
    }

    private void redraw() {
        if (!table.isDisposed()) {
            table.setItemCount(found.size());
            table.clearAll();
            result.setText(running ? Texts.text("search.running") + "  " + found.count()
                    : Texts.text(found.count() > FindingList.MOST ? "find.most" : "find.found", found.count(), FindingList.MOST));
        }
    }

    private static void fill(TableItem item, Finding finding) {
        boolean ofDevice = finding.section().isEmpty();
        String element = ofDevice ? "" : ElementPath.title(finding.section(), finding.element());
        String section = ofDevice ? "" : ElementPath.section(finding.section());
        var attribute = ElementPath.attribute(finding.section(), finding.element(), finding.attribute());
        item.setText(new String[] { finding.name(), element.isEmpty() ? section : section + " \u203a " + element,
                attribute.map(ModelTexts::label).orElse(ofDevice ? Texts.text("find.device." + finding.attribute()) : finding.attribute()),
                ElementPath.value(attribute, finding.value()), finding.first().label(), finding.last().label() });
        item.setImage(Icons.image(finding.current() ? "coverage-complete" : "coverage-notrequested"));
    }

    /** The newest snapshot that has it, at the place. */
    private void open(Finding finding) {
        Editors.openSnapshot(searched, finding.last(), finding.device(), finding.section(), finding.element());
    }

    @Override
    public void saveState(IMemento memento) {
        for (int i = 0; i < COLUMNS.size(); i++) {
            memento.putInteger(COLUMNS.get(i), table.getColumn(i).getWidth());
        }
    }

    @Override
    public void setFocus() {
        text.setFocus();
        text.selectAll();
    }

    @Override
    public void dispose() {
        estates.removeListener(onEstates);
        if (running) {
            work.cancel();
        }
        super.dispose();
    }
}
