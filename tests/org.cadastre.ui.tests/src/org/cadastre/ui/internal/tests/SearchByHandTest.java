package org.cadastre.ui.internal.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;

import org.cadastre.ui.internal.estates.EstateList;
import org.cadastre.ui.internal.parts.Commands;
import org.cadastre.ui.internal.parts.Services;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person looks for something in all snapshots: with keys, from the first letter to the place in the device. */
class SearchByHandTest {

    private static final String VIEW = "org.cadastre.ui.search";

    @TempDir
    private Path folder;
    private Path estate;

    @BeforeEach
    void openTheEstate() throws Exception {
        estate = SampleEstate.create(folder.resolve("harbour"));
        Window.await("the window", () -> PlatformUI.isWorkbenchRunning()
                && PlatformUI.getWorkbench().getActiveWorkbenchWindow() != null && Window.shell().isVisible());
        Window.run(() -> Window.shell().setSize(1360, 860));
        Services.get(EstateList.class).add(estate);
        Window.await("its snapshots are listed", () -> !Services.get(EstateList.class).find(estate).orElseThrow().snapshots().isEmpty());
    }

    @AfterEach
    void closeAll() {
        Window.run(() -> {
            page().closeAllEditors(false);
            page().hideView(page().findView(VIEW));
        });
        Services.get(EstateList.class).remove(estate);
    }

    @Test
    void aVersionIsFoundWithTheSnapshotsThatHaveItAndEnterGoesToThePlace() throws Exception {
        Window.run(() -> {
            Window.shell().forceActive();
            Commands.execute(PlatformUI.getWorkbench().getActiveWorkbenchWindow(), "org.cadastre.ui.findEverywhere");
        });
        Window.await("the field", () -> view().getViewSite().getPage().getActivePart() == view());
        Keys.type("nginx 1.24.0-2");
        Keys.press("Return");
        Window.await("what was found", () -> table().getItemCount() == 1 && Window.texts().contains("1 place"));
        Window.run(() -> assertEquals(List.of("web1.harbour.example | Software \u203a Package nginx \u00b7 amd64 \u00b7 dpkg | Version | 1.24.0-2 | "
                + SampleEstate.AFTER + " | " + SampleEstate.AFTER), Window.rows(table())));
        Window.picture(Window.shell(), "find");
        Window.run(() -> {
            table().setFocus();
            table().setSelection(0);
        });
        Keys.press("Return");
        Window.await("the package in the tree", () -> page().getActiveEditor() != null && tree() != null
                && tree().getSelectionCount() == 1 && tree().getSelection()[0].getText().startsWith("nginx"));
    }

    private static IWorkbenchPage page() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
    }

    private static IViewPart view() {
        return page().findView(VIEW);
    }

    private static Table table() {
        return Window.all(part(view()), Table.class).getFirst();
    }

    private static Tree tree() {
        IEditorPart editor = page().getActiveEditor();
        return Window.all(part(editor), Tree.class).stream().findFirst().orElse(null);
    }

    private static Composite part(org.eclipse.ui.IWorkbenchPart part) {
        return (Composite) part.getSite().getService(org.eclipse.e4.ui.model.application.ui.basic.MPart.class).getWidget();
    }
}
