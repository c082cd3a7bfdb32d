package org.cadastre.ui.internal.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

import org.cadastre.collect.Credential;
import org.cadastre.credentials.CredentialStore;
import org.cadastre.model.Purpose;
import org.cadastre.model.TargetOutcome;
import org.cadastre.repository.Estate;
import org.cadastre.ui.internal.estates.EstateList;
import org.cadastre.ui.internal.parts.Services;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person can do while and after a scan goes, in the real window. */
class ScanViewTest {

    @TempDir
    private Path folder;

    @Test
    void whatFailedIsAskedAgainIntoASnapshotThatHasAllElse() throws Exception {
        Path estate = folder.resolve("estate");
        await(() -> PlatformUI.isWorkbenchRunning() && PlatformUI.getWorkbench().getActiveWorkbenchWindow() != null);
        CredentialStore store = Services.get(CredentialStore.class);
        try (Credential credential = new Credential.Password("retry", "nobody", "not used".toCharArray())) {
            store.add(credential);
        }
        ScanView view = on(() -> (ScanView) PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().showView(ScanView.ID));
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String target = "127.0.0.1:" + closed.getLocalPort();
            closed.close();
            on(() -> {
                view.start(new ScanPlan(estate, "first", Purpose.ROUTINE, "", "tester", List.of("local", target), List.of("retry"),
                        Optional.empty()));
                assertTrue(button(view, 0).isEnabled(), "a scan can be held");
                return null;
            });
            await(() -> button(view, 2).isEnabled());
            assertFalse(on(() -> button(view, 0).isEnabled() || button(view, 1).isEnabled()));
            await(() -> Services.get(EstateList.class).find(estate).orElseThrow().snapshots().size() == 1);
            on(() -> {
                button(view, 2).notifyListeners(SWT.Selection, new Event());
                return null;
            });
            await(() -> Services.get(EstateList.class).find(estate).orElseThrow().snapshots().size() == 2);
            try (Estate open = Estate.open(estate)) {
                assertEquals(List.of("first (2)", "first"), open.snapshots().stream().map(info -> info.label()).toList());
                assertEquals(open.find("first").devicesTree(), open.find("first (2)").devicesTree());
                assertEquals(List.of(target, "local"), open.read(open.find("first (2)")).head().getTargets().stream()
                        .map(TargetOutcome::getTarget).toList());
            }
        } finally {
            on(() -> PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().closeAllEditors(false));
            store.remove("retry");
            Services.get(EstateList.class).remove(estate);
        }
    }

    /** @param index pause, stop, retry */
    private static Button button(ScanView view, int index) {
        Composite part = (Composite) view.getSite().getService(MPart.class).getWidget();
        return buttons(part).get(index);
    }

    private static List<Button> buttons(Control control) {
        return switch (control) {
            case Button button -> List.of(button);
            case Composite composite -> List.of(composite.getChildren()).stream().flatMap(child -> buttons(child).stream()).toList();
            default -> List.of();
        };
    }

    private static <T> T on(Callable<T> action) throws Exception {
        FutureTask<T> task = new FutureTask<>(action);
        PlatformUI.getWorkbench().getDisplay().syncExec(task);
        return task.get();
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        for (long end = System.nanoTime() + 60_000_000_000L; !on(condition);) {
            assertTrue(System.nanoTime() < end, "it never came");
            Thread.sleep(50);
        }
    }
}
