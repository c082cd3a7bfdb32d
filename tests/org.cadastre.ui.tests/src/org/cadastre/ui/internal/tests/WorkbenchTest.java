package org.cadastre.ui.internal.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.cadastre.repository.Estate;
import org.cadastre.repository.VolatilePlace;
import org.cadastre.ui.internal.estates.EstateList;
import org.cadastre.ui.internal.estates.EstatesView;
import org.cadastre.ui.internal.parts.Commands;
import org.cadastre.ui.internal.parts.Services;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbench as a person meets it: started as the product, on a real display, with a real estate. */
class WorkbenchTest {

    private static final Pattern WORDS_OF_AN_IDE = Pattern
            .compile("\\b(run|debug|search|project|navigate|refactor|workspace|resource|perspective|quick access|team|problems)\\b",
                    Pattern.CASE_INSENSITIVE);

    @TempDir
    static Path folder;
    private static Path estate;

    @BeforeAll
    static void anEstate() throws Exception {
        estate = SampleEstate.create(folder.resolve("harbour"));
        Window.await("the window", () -> PlatformUI.isWorkbenchRunning()
                && PlatformUI.getWorkbench().getActiveWorkbenchWindow() != null && Window.shell().isVisible());
        Window.run(() -> Window.shell().setSize(1360, 860));
    }

    @BeforeEach
    void openTheEstate() throws Exception {
        Services.get(EstateList.class).add(estate);
        Window.await("the snapshots in the list", () -> Window.lines(estates()).contains(SampleEstate.BEFORE));
    }

    @AfterEach
    void closeAll() {
        Window.run(() -> PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().closeAllEditors(false));
        Services.get(EstateList.class).remove(estate);
    }

    @Test
    void menusAndToolBarSpeakOfTheFieldAndNotOfAnIde() {
        List<String> words = Window.on(() -> {
            List<String> texts = new ArrayList<>();
            collect(Window.shell().getMenuBar(), texts);
            Window.all(Window.shell(), ToolBar.class).forEach(bar -> {
                for (ToolItem item : bar.getItems()) {
                    texts.add(item.getText());
                    texts.add(String.valueOf(item.getToolTipText()));
                }
            });
            return texts;
        });
        assertTrue(words.stream().anyMatch(word -> word.startsWith("New Estate")), words.toString());
        assertTrue(words.contains("Export to Excel"), words.toString());
        words.forEach(word -> assertFalse(WORDS_OF_AN_IDE.matcher(word).find(), word));
    }

    private static void collect(Menu menu, List<String> texts) {
        for (MenuItem item : menu.getItems()) {
            texts.add(item.getText().replace("&", ""));
            if (item.getMenu() != null) {
                item.getMenu().notifyListeners(SWT.Show, new Event());
                collect(item.getMenu(), texts);
            }
        }
    }

    @Test
    void estatesAreListedWithTheirNewestSnapshotFirst() throws Exception {
        Window.run(() -> {
            assertEquals(List.of("Harbour Office", SampleEstate.AFTER, SampleEstate.BEFORE), Window.lines(estates()));
            TreeItem newest = Window.item(estates(), SampleEstate.AFTER::equals).orElseThrow();
            assertEquals(List.of("after", "CHG-2041", "K. Marlow"), IntStream.rangeClosed(1, 3).mapToObj(newest::getText).toList());
            assertEquals("3", newest.getText(7));
        });
        Window.await("how it differs from the one before, and what was not read", () -> List.of("2", "2 gaps").equals(
                IntStream.rangeClosed(4, 5).mapToObj(Window.item(estates(), SampleEstate.AFTER::equals).orElseThrow()::getText)
                        .toList()));
        Window.picture(Window.shell(), "timeline");
    }

    @Test
    void enterOpensASnapshotWithItsDevicesSectionsAndElements() throws Exception {
        openSnapshot(SampleEstate.AFTER);
        Tree tree = Window.on(WorkbenchTest::tree);
        Window.run(() -> assertTrue(Window.lines(tree).getFirst().startsWith("db1.harbour.example"),
                Window.lines(tree).toString()));
        open("web1.harbour.example");
        Window.await("the sections", () -> Window.item(tree, text -> text.startsWith("Software")).isPresent());
        open("Software");
        Window.await("the packages", () -> Window.item(tree, text -> text.startsWith("nginx")).isPresent());
        select("nginx");
        Window.await("the attributes of the package",
                () -> Window.rows(tables().getFirst()).contains("Version | 1.24.0-2"));
        Window.run(() -> assertTrue(Window.texts().contains("Read by unix over ssh as root"), Window.texts()));
        Window.picture(Window.shell(), "snapshot");
    }

    @Test
    void aSnapshotBeginsWithItsCountsAndALineOpensItsDevices() throws Exception {
        openSnapshot(SampleEstate.AFTER);
        page("Overview");
        Window.await("the four tables", () -> tables().size() == 4);
        Window.run(() -> {
            assertTrue(Window.rows(tables().get(0)).getFirst().startsWith("host | 3"), Window.rows(tables().get(0)).toString());
            assertTrue(Window.rows(tables().get(2)).getFirst().startsWith("Dell Inc. | 3"), Window.rows(tables().get(2)).toString());
            assertTrue(Window.rows(tables().get(3)).stream().anyMatch(row -> row.startsWith("Targets: access denied | 1")),
                    Window.rows(tables().get(3)).toString());
            tables().getFirst().setSelection(0);
            tables().getFirst().notifyListeners(SWT.DefaultSelection, new Event());
        });
        Window.await("the devices", () -> tables().size() == 1 && tables().getFirst().getItemCount() == 3);
        Window.await("the filter, which can be taken away", () -> Window.all(editor(), Button.class).stream()
                .anyMatch(chip -> chip.getText().equals("Kind: host")));
        Window.run(() -> Window.all(editor(), Button.class).stream().filter(chip -> chip.getText().equals("Kind: host"))
                .findFirst().orElseThrow().notifyListeners(SWT.Selection, new Event()));
        Window.run(() -> assertTrue(Window.all(editor(), Button.class).stream()
                .noneMatch(chip -> chip.getText().startsWith("Kind"))));
    }

    @Test
    void typingInTheTableOfDevicesFindsWhatIsInsideThemAndEnterOpensOne() throws Exception {
        openSnapshot(SampleEstate.AFTER);
        page("Devices");
        Window.await("all devices", () -> tables().size() == 1 && tables().getFirst().getItemCount() == 3);
        Window.run(() -> Window.shell().forceActive());
        Window.run(() -> Window.all(editor(), Text.class).getFirst().setFocus());
        Keys.type("1.24.0-2");
        Window.await("the one with that version of a package", () -> tables().getFirst().getItemCount() == 1
                && tables().getFirst().getItem(0).getText().equals("web1.harbour.example"));
        Window.picture(Window.shell(), "devices");
        Keys.press("Down");
        Window.await("the table has the focus", () -> tables().getFirst().isFocusControl());
        Window.run(() -> tables().getFirst().setSelection(0));
        Keys.press("Return");
        Window.await("the device in the tree", () -> !Window.all(editor(), Tree.class).isEmpty()
                && tree().getSelection()[0].getText().startsWith("web1.harbour.example"));
    }

    @Test
    void coverageNamesEachThingThatIsMissingAndWhy() throws Exception {
        openSnapshot(SampleEstate.AFTER);
        page("Coverage");
        Window.await("what is missing", () -> Window.rows(tables().getLast()).equals(List.of(
                "10.20.0.14 | whole device | access denied | none of the credentials was accepted; add one that fits",
                "db1.harbour.example | Listening sockets | denied | needs root to see the programs behind the sockets")));
        Window.run(() -> assertTrue(Window.rows(tables().getFirst()).stream()
                .anyMatch(row -> row.startsWith("Listening sockets | 2 |  | 1")), Window.rows(tables().getFirst()).toString()));
        Window.picture(Window.shell(), "coverage");
    }

    @Test
    void aSectionShowsItsElementsAsATable() throws Exception {
        openSnapshot(SampleEstate.AFTER);
        open("web1.harbour.example");
        Window.await("the sections", () -> Window.item(tree(), text -> text.startsWith("Software")).isPresent());
        select("Software");
        Window.await("the packages as rows", () -> tables().stream()
                .anyMatch(table -> table.getItemCount() == 8 && "Name".equals(table.getColumn(0).getText())));
        select("Hardware");
        Window.await("memory for reading", () -> Window.rows(tables().getFirst()).contains("Memory | 32 GiB"));
    }

    @Test
    void aDeniedSectionIsMarkedAndSaysWhy() throws Exception {
        openSnapshot(SampleEstate.AFTER);
        open("db1.harbour.example");
        Window.await("the sections", () -> Window.item(tree(), text -> text.contains("denied")).isPresent());
        select("Listening sockets");
        Window.await("the reason", () -> Window.texts().contains("needs root to see the programs behind the sockets"));
    }

    @Test
    void observationsAreMarkedAsSuch() throws Exception {
        openSnapshot(SampleEstate.AFTER);
        open("web1.harbour.example");
        Window.await("an observation", () -> Window.item(tree(), text -> text.startsWith("Load") && text.contains("observed"))
                .isPresent());
    }

    @Test
    void typingInTheSearchFieldLeavesWhatWasFound() throws Exception {
        openSnapshot(SampleEstate.AFTER);
        Window.await("the search field", () -> !Window.all(editor(), Text.class).isEmpty());
        type("nginx");
        Window.await("what was found", () -> Window.item(tree(), text -> text.startsWith("nginx")).isPresent()
                && Window.item(tree(), text -> text.startsWith("vim")).isEmpty());
        Window.run(() -> assertTrue(Window.item(tree(), text -> text.startsWith("Hardware")).isEmpty(),
                Window.lines(tree()).toString()));
        Window.picture(Window.shell(), "search");
        type("");
        Window.await("everything again",
                () -> Window.item(tree(), text -> text.startsWith("About this snapshot")).isPresent());
    }

    @Test
    void aComparisonBeginsWithTheCertificateAndEachNumberOpensItsList() throws Exception {
        openSummary();
        Window.await("what is unchanged", () -> tables().getLast().getItemCount() > 3);
        Window.run(() -> {
            List<String> numbers = Window.rows(tables().getFirst());
            assertTrue(numbers.getFirst().startsWith("Unchanged | "), numbers.toString());
            assertTrue(numbers.getFirst().contains("Proven by equal hashes: "), numbers.toString());
            assertTrue(numbers.getLast().startsWith("Not comparable | "), numbers.toString());
            assertTrue(Window.rows(tables().getLast()).stream().anyMatch(row -> row.endsWith(" | equal hashes")),
                    Window.rows(tables().getLast()).toString());
        });
        Window.picture(Window.shell(), "comparison-summary");
        number(1);
        Window.await("what changed", () -> Window.rows(tables().getLast()).stream()
                .anyMatch(row -> row.startsWith("web1.harbour.example | Software | ")));
        Window.run(() -> {
            Table list = tables().getLast();
            list.select(IntStream.range(0, list.getItemCount())
                    .filter(i -> list.getItem(i).getText(1).equals("Software")).findFirst().orElseThrow());
            list.notifyListeners(SWT.DefaultSelection, new Event());
        });
        Window.await("the section among the changes", () -> !Window.all(editor(), Tree.class).isEmpty()
                && tree().getSelection()[0].getText().startsWith("Software"));
    }

    private static void number(int row) {
        Window.run(() -> {
            tables().getFirst().setSelection(row);
            tables().getFirst().notifyListeners(SWT.Selection, new Event());
        });
    }

    @Test
    void whatChangesByItselfIsCountedApartAndSeenOnDemand() throws Exception {
        try (Estate opened = Estate.open(estate)) {
            opened.volatilePlaces().add(List.of(new VolatilePlace(VolatilePlace.EVERY_DEVICE, "Software", "packages[nginx,amd64,dpkg]", "version", "test")));
            try {
                openComparison();
                Window.run(() -> assertTrue(Window.item(tree(), text -> text.startsWith("Package nginx")).isEmpty(),
                        Window.lines(tree()).toString()));
                Window.run(() -> {
                    ToolItem item = Window.all(editor(), ToolBar.class).stream().flatMap(bar -> Arrays.stream(bar.getItems()))
                            .filter(one -> one.getText().equals("1 by themselves")).findFirst().orElseThrow();
                    item.setSelection(true);
                    item.notifyListeners(SWT.Selection, new Event());
                });
                Window.await("it is seen", () -> Window.item(tree(), text -> text.startsWith("Package nginx")).isPresent());
            } finally {
                opened.volatilePlaces().remove(opened.volatilePlaces().load());
            }
        }
    }

    @Test
    void quietSnapshotsTeachWhatChangesByItself() throws Exception {
        Window.run(() -> Window.select(estates(), Window.item(estates(), SampleEstate.AFTER::equals).orElseThrow(),
                Window.item(estates(), SampleEstate.BEFORE::equals).orElseThrow()));
        Window.display().asyncExec(() -> Commands.execute(PlatformUI.getWorkbench(), "org.cadastre.ui.calibrate"));
        Window.await("the places", () -> isOpen("Places That Change by Themselves"));
        Shell places = Window.on(() -> dialog("Places That Change by Themselves"));
        Window.picture(places, "volatile-places");
        Window.run(() -> {
            Table table = Window.all(places, Table.class).getFirst();
            for (TableItem item : table.getItems()) {
                item.setChecked(item.getText(1).startsWith("Software/packages[nginx"));
            }
            press(places, "Count Apart");
        });
        Window.await("that it is kept", () -> isOpen("Learn What Changes by Itself"));
        Window.run(() -> press(dialog("Learn What Changes by Itself"), "Close"));
        try (Estate opened = Estate.open(estate)) {
            assertEquals(List.of("Software/packages[nginx,amd64,dpkg]/version"),
                    opened.volatilePlaces().load().stream().map(VolatilePlace::path).toList());
            opened.volatilePlaces().remove(opened.volatilePlaces().load());
        }
    }

    private static boolean isOpen(String title) {
        return Arrays.stream(Window.display().getShells()).anyMatch(shell -> shell.getText().equals(title) && shell.isVisible());
    }

    private static void press(Shell dialog, String text) {
        Window.all(dialog, Button.class).stream().filter(button -> button.getText().replace("&", "").equals(text)).findFirst()
                .orElseThrow().notifyListeners(SWT.Selection, new Event());
    }

    @Test
    void twoSelectedSnapshotsCompareWithEnter() throws Exception {
        openComparison();
        Window.run(() -> {
            List<String> lines = Window.lines(tree());
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("Package nginx")
                    && line.contains("1.22.1-9") && line.contains("1.24.0-2")), lines.toString());
            assertTrue(lines.stream().anyMatch(line -> line.contains("8443")), lines.toString());
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("Cannot be known")), lines.toString());
            String all = Window.texts();
            assertTrue(all.contains("Proven unchanged"), all);
            assertTrue(all.contains("1 section cannot be known, because one side was not read well enough"), all);
        });
    }

    @Test
    void aChangeShowsItsValueBeforeAndAfter() throws Exception {
        openComparison();
        select("Package nginx");
        Window.await("both values", () -> {
            List<String> sides = Window.all(editor(), StyledText.class).stream().map(StyledText::getText).toList();
            return sides.equals(List.of("1.22.1-9", "1.24.0-2"));
        });
        Window.run(() -> assertTrue(Window.all(editor(), StyledText.class).getLast().getStyleRanges().length > 0,
                "nothing is marked as different"));
        Window.picture(Window.shell(), "comparison");
    }

    @Test
    void keysGoFromChangeToChange() throws Exception {
        openComparison();
        TreeItem first = Window.on(() -> tree().getSelection()[0]);
        Window.run(() -> Commands.execute(PlatformUI.getWorkbench(), "org.cadastre.ui.next"));
        Window.run(() -> assertFalse(first.equals(tree().getSelection()[0])));
        Window.run(() -> Commands.execute(PlatformUI.getWorkbench(), "org.cadastre.ui.previous"));
        Window.run(() -> assertEquals(first, tree().getSelection()[0]));
    }

    @Test
    void aSecondScanUnderTheSameLabelIsRefusedWhileTyping() throws Exception {
        Window.run(() -> select(estates(), SampleEstate.AFTER));
        Window.display().asyncExec(() -> Commands.execute(PlatformUI.getWorkbench(), "org.cadastre.ui.scan"));
        Window.await("the dialog", () -> Arrays.stream(Window.display().getShells())
                .anyMatch(shell -> shell.getText().equals("Take a Snapshot") && shell.isVisible()));
        Shell dialog = Window.on(() -> dialog("Take a Snapshot"));
        Window.run(() -> Window.all(dialog, Text.class).stream()
                .filter(text -> text.getText().startsWith("before ") || text.getText().startsWith("after "))
                .findFirst().orElseThrow().setText(SampleEstate.AFTER));
        Window.await("the objection", () -> Window.all(dialog, Text.class).stream()
                .anyMatch(text -> text.getText().contains("There is a snapshot \"after the move\" in this estate already"))
                || Window.texts().contains("There is a snapshot \"after the move\" in this estate already"));
        Window.picture(dialog, "scan-dialog");
        Window.run(dialog::close);
    }

    @Test
    void aFolderThatIsNoEstateSaysSoInItsPlace() throws Exception {
        Path nothing = Files.createDirectory(folder.resolve("nothing-" + System.nanoTime()));
        Services.get(EstateList.class).add(nothing);
        Window.await("one line that says what is wrong", () -> Window.lines(estates()).stream()
                .anyMatch(line -> line.toLowerCase(Locale.ROOT).contains("estate") && line.contains(nothing.toString())));
        Services.get(EstateList.class).remove(nothing);
    }

    private static Tree estates() {
        IViewPart view = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().findView(EstatesView.ID);
        return ((TreeViewer) view.getSite().getSelectionProvider()).getTree();
    }

    private static void openSnapshot(String label) throws Exception {
        Window.run(() -> {
            select(estates(), label);
            Window.enter(estates());
        });
        Window.await("the snapshot", () -> activeEditor() != null && !Window.all(editor(), CTabFolder.class).isEmpty());
        page("Tree");
        Window.await("the tree", () -> !Window.all(editor(), Tree.class).isEmpty());
    }

    private static void openComparison() throws Exception {
        openSummary();
        page("Changes");
        Window.await("the changes", () -> !Window.all(editor(), Tree.class).isEmpty()
                && Window.item(tree(), text -> text.startsWith("web1")).isPresent());
    }

    private static void openSummary() throws Exception {
        Window.run(() -> {
            Window.select(estates(), Window.item(estates(), SampleEstate.AFTER::equals).orElseThrow(),
                    Window.item(estates(), SampleEstate.BEFORE::equals).orElseThrow());
            Window.enter(estates());
        });
        Window.await("the comparison", () -> activeEditor() != null && tables().size() == 2);
    }

    private static void page(String title) {
        Window.run(() -> {
            CTabFolder pages = Window.all(editor(), CTabFolder.class).getFirst();
            pages.setSelection(Arrays.stream(pages.getItems()).filter(tab -> tab.getText().equals(title)).findFirst().orElseThrow());
        });
    }

    private static void select(Tree tree, String text) {
        Window.select(tree, Window.item(tree, line -> line.startsWith(text)).orElseThrow());
    }

    private static void select(String text) {
        Window.run(() -> select(tree(), text));
    }

    private static void open(String text) throws Exception {
        Window.await(text, () -> Window.item(tree(), line -> line.startsWith(text)).isPresent());
        Window.run(() -> {
            TreeItem item = Window.item(tree(), line -> line.startsWith(text)).orElseThrow();
            Event event = new Event();
            event.item = item;
            tree().notifyListeners(SWT.Expand, event);
            item.setExpanded(true);
        });
    }

    private static void type(String text) {
        Window.run(() -> Window.all(editor(), Text.class).getFirst().setText(text));
    }

    private static IEditorPart activeEditor() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().getActiveEditor();
    }

    /** The area of the editor in front. */
    private static Composite editor() {
        return (Composite) activeEditor().getSite().getService(MPart.class).getWidget();
    }

    private static Tree tree() {
        return Window.all(editor(), Tree.class).getFirst();
    }

    private static List<Table> tables() {
        return Window.all(editor(), Table.class);
    }

    private static Shell dialog(String title) {
        return Arrays.stream(Window.display().getShells()).filter(shell -> shell.getText().equals(title)).findFirst()
                .orElseThrow();
    }
}
