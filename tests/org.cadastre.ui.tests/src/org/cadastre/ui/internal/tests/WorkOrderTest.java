package org.cadastre.ui.internal.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.cadastre.model.CadastreFactory;
import org.cadastre.model.Purpose;
import org.cadastre.model.Snapshot;
import org.cadastre.repository.Estate;
import org.cadastre.repository.SnapshotInfo;
import org.cadastre.repository.SnapshotWriter;
import org.cadastre.ui.internal.estates.EstateList;
import org.cadastre.ui.internal.parts.Commands;
import org.cadastre.ui.internal.parts.ComparisonInput;
import org.cadastre.ui.internal.parts.Services;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the snapshot before some work to the one after it, and to the comparison of the two. */
class WorkOrderTest {

    @TempDir
    Path folder;
    private Path estate;

    @BeforeEach
    void workThatWasBegun() throws Exception {
        Window.await("the window", () -> PlatformUI.isWorkbenchRunning()
                && PlatformUI.getWorkbench().getActiveWorkbenchWindow() != null && Window.shell().isVisible());
        estate = folder.resolve("quay");
        try (Estate created = Estate.create(estate, "Quay"); SnapshotWriter writer = created.newSnapshot("before the pump")) {
            Snapshot head = CadastreFactory.eINSTANCE.createSnapshot();
            head.setLabel("before the pump");
            head.setPurpose(Purpose.BEFORE);
            head.setOperator("R. Okafor");
            head.setTicket("CHG-77");
            head.setTool("Cadastre");
            head.setStarted(Instant.parse("2026-10-05T18:00:00Z"));
            head.setFinished(Instant.parse("2026-10-05T18:01:00Z"));
            head.getScope().addAll(List.of("local", "neighbours within 10.0.0.0/8"));
            writer.commit(head);
        }
        Services.get(EstateList.class).add(estate);
        Window.await("its snapshot", () -> Services.get(EstateList.class).find(estate).orElseThrow().snapshots().size() == 1);
    }

    @AfterEach
    void close() {
        Window.run(() -> PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().closeAllEditors(false));
        Services.get(EstateList.class).remove(estate);
    }

    @Test
    void finishingWorkReadsTheSameAgainAndEndsWithTheComparison() throws Exception {
        Window.display().asyncExec(() -> Commands.execute(PlatformUI.getWorkbench(), "org.cadastre.ui.finishWork"));
        Window.await("the dialog", () -> dialog("Finish Work").isPresent());
        Shell dialog = Window.on(() -> dialog("Finish Work").orElseThrow());
        Window.run(() -> {
            List<String> fields = Window.all(dialog, Text.class).stream().map(Text::getText).toList();
            assertTrue(fields.containsAll(List.of("CHG-77", "R. Okafor")), fields.toString());
            assertTrue(fields.stream().noneMatch(field -> field.contains("neighbours")), fields.toString());
            assertTrue(button(dialog, "This computer").getSelection());
            // Whoever runs this test may keep credentials; they are none of its business.
            for (TableItem credential : Window.all(dialog, Table.class).getFirst().getItems()) {
                credential.setChecked(false);
            }
        });
        Window.run(() -> button(dialog, "Scan").notifyListeners(SWT.Selection, new Event()));
        Window.await("the comparison with the snapshot before", () -> editor() != null
                && editor().getEditorInput() instanceof ComparisonInput input && input.estate().equals(estate));
        try (Estate opened = Estate.open(estate)) {
            SnapshotInfo after = opened.find("latest");
            assertEquals(List.of(Purpose.AFTER, "CHG-77", "R. Okafor"),
                    List.of(after.purpose(), after.ticket(), after.operator()));
            assertEquals(List.of("local"), opened.read(after).head().getScope());
        }
    }

    @Test
    void theTargetsOfTheLastSnapshotAreAClickAway() throws Exception {
        Window.display().asyncExec(() -> Commands.execute(PlatformUI.getWorkbench(), "org.cadastre.ui.beginWork"));
        Window.await("the dialog", () -> dialog("Start Work").isPresent());
        Shell dialog = Window.on(() -> dialog("Start Work").orElseThrow());
        Window.run(() -> {
            Window.all(dialog, Combo.class).getFirst().setText(estate.toString());
            Window.all(dialog, Text.class).stream().filter(text -> (text.getStyle() & SWT.MULTI) != 0 && text.getEditable())
                    .forEach(text -> text.setText("192.0.2.1"));
            button(dialog, "This computer").setSelection(false);
            button(dialog, "As Last Time").notifyListeners(SWT.Selection, new Event());
        });
        Window.await("the targets of the snapshot", () -> button(dialog, "This computer").getSelection()
                && Window.all(dialog, Text.class).stream().noneMatch(text -> text.getText().contains("192.0.2.1")));
        Window.run(dialog::close);
    }

    private static Optional<Shell> dialog(String title) {
        return Arrays.stream(Window.display().getShells()).filter(shell -> shell.getText().equals(title)
                && shell.isVisible()).findFirst();
    }

    private static Button button(Shell dialog, String text) {
        return Window.all(dialog, Button.class).stream().filter(button -> button.getText().replace("&", "").equals(text))
                .findFirst().orElseThrow();
    }

    private static IEditorPart editor() {
        return PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().getActiveEditor();
    }
}
