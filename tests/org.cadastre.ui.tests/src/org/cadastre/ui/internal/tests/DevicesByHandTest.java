package org.cadastre.ui.internal.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.cadastre.repository.Estate;
import org.cadastre.ui.internal.estates.EstateList;
import org.cadastre.ui.internal.parts.Editors;
import org.cadastre.ui.internal.parts.Services;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.prefs.BackingStoreException;

/** The table of devices by mouse and keyboard, as events of the display's server. */
class DevicesByHandTest {

    private static final int DEVICES = 100;

    @TempDir
    Path folder;
    private Path directory;

    @BeforeEach
    void anEstateOfManyKinds() throws Exception {
        forgetTheArrangement();
        Window.await("the window", () -> PlatformUI.isWorkbenchRunning()
                && PlatformUI.getWorkbench().getActiveWorkbenchWindow() != null && Window.shell().isVisible());
        directory = LargeEstate.create(folder.resolve("northwind"), DEVICES, 1);
        Services.get(EstateList.class).add(directory);
        try (Estate estate = Estate.open(directory)) {
            var newest = estate.find("latest");
            Window.run(() -> {
                Window.shell().setSize(1360, 860);
                Window.shell().forceActive();
                Editors.openSnapshot(directory, newest);
            });
        }
        Window.await("the snapshot", () -> editor() != null && !Window.all(area(), CTabFolder.class).isEmpty());
        Window.run(() -> {
            CTabFolder pages = Window.all(area(), CTabFolder.class).getFirst();
            pages.setSelection(Arrays.stream(pages.getItems()).filter(tab -> tab.getText().equals("Devices")).findFirst()
                    .orElseThrow());
        });
        Window.await("all devices", () -> tables() == 1 && table().getItemCount() == DEVICES);
    }

    @AfterEach
    void close() throws Exception {
        Window.run(() -> PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().closeAllEditors(false));
        Services.get(EstateList.class).remove(directory);
        forgetTheArrangement();
    }

    /** Groups, order and columns are kept for all snapshots, those of other tests too. */
    private static void forgetTheArrangement() throws BackingStoreException {
        InstanceScope.INSTANCE.getNode("org.cadastre.ui/devices").clear();
    }

    @Test
    void aClickOnATitleSortsAndAnotherOneTurnsTheOrder() throws Exception {
        assertEquals("ap1", first());
        Mouse.click(Window.on(DevicesByHandTest::title));
        Window.await("the last one first", () -> table().getItem(0).getText().startsWith("web"));
        Mouse.click(Window.on(DevicesByHandTest::title));
        Window.await("the first one first", () -> table().getItem(0).getText().startsWith("ap"));
    }

    @Test
    void ctrlFSearchesAndCtrlCCopiesTheRowsWithTabs() throws Exception {
        Window.run(() -> table().setFocus());
        Keys.press("ctrl+f");
        Keys.type("NW000041");
        Window.await("the one with that serial number inside", () -> table().getItemCount() == 1);
        Keys.press("Down");
        Window.await("the table has the focus", () -> table().isFocusControl());
        Mouse.click(Window.on(() -> center(table(), 0)));
        Window.await("the row is selected", () -> table().getSelectionIndex() == 0);
        Keys.press("ctrl+c");
        Window.await("the row on the clipboard", () -> {
            Clipboard clipboard = new Clipboard(Window.display());
            Object text = clipboard.getContents(TextTransfer.getInstance());
            clipboard.dispose();
            return text instanceof String row && row.startsWith(table().getItem(0).getText() + "\t") && row.contains("10.32.0.42");
        });
        Keys.press("ctrl+f");
        Keys.press("Escape");
        Window.await("all again", () -> table().getItemCount() == DEVICES);
    }

    @Test
    void theMenuGroupsTheDevicesAndEnterClosesAGroup() throws Exception {
        Mouse.click(Window.on(() -> {
            ToolBar bar = Window.all(area(), ToolBar.class).stream().filter(one -> one.getItemCount() == 3
                    && one.getItem(0).getText().startsWith("Group")).findFirst().orElseThrow();
            var bounds = bar.getItem(0).getBounds();
            return bar.toDisplay(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2);
        }));
        Thread.sleep(400);
        List<String> before = Window.on(() -> List.of(table().getItem(0).getText()));
        Keys.press("Down");
        Keys.press("Down");
        Keys.press("Down");
        Keys.press("Return");
        Window.await("lines of groups", () -> table().getItemCount() > DEVICES && !before.contains(table().getItem(0).getText()));
        int open = Window.on(() -> table().getItemCount());
        Mouse.click(Window.on(() -> center(table(), 0)));
        Window.await("the group is selected", () -> table().getSelectionIndex() == 0);
        Keys.press("Return");
        Window.await("the group is closed", () -> table().getItemCount() < open
                && table().getItem(0).getText().startsWith("\u25b8"));
        Window.picture(Window.shell(), "devices-grouped");
        assertTrue(Window.on(() -> table().getItemCount()) > 1);
    }

    /** The title of the first column: directly above the first row. */
    private static Point title() {
        var row = table().getItem(table().getTopIndex()).getBounds();
        return table().toDisplay(row.x + 60, row.y - table().getHeaderHeight() / 2);
    }

    private static Point center(Table table, int row) {
        var bounds = table.getItem(row).getBounds();
        return table.toDisplay(bounds.x + 40, bounds.y + bounds.height / 2);
    }

    private static String first() {
        return Window.on(() -> table().getItem(0).getText().replaceAll("\\..*", "").replaceAll("(?<=[a-z])\\d+", "1"));
    }

    private static IEditorPart editor() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().getActiveEditor();
    }

    private static Composite area() {
        return (Composite) editor().getSite().getService(MPart.class).getWidget();
    }

    private static int tables() {
        return Window.all(area(), Table.class).size();
    }

    private static Table table() {
        return Window.all(area(), Table.class).getFirst();
    }
}
