package org.cadastre.ui.internal.application;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.cadastre.repository.SnapshotInfo;
import org.cadastre.ui.internal.estates.EstateList;
import org.cadastre.ui.internal.parts.Editors;
import org.cadastre.ui.internal.parts.Problems;
import org.cadastre.ui.internal.parts.Services;
import org.cadastre.ui.internal.parts.Work;
import org.cadastre.ui.internal.texts.Texts;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.statushandlers.AbstractStatusHandler;
import org.eclipse.ui.statushandlers.StatusAdapter;
import org.eclipse.ui.statushandlers.StatusManager;

/** One window, remembered from session to session; opens what the program was started with. */
final class Workbench extends WorkbenchAdvisor {

    private final StartArguments arguments;

    Workbench(StartArguments arguments) {
        this.arguments = arguments;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        // No buttons that minimise and maximise parts: they puzzle whoever does not arrange tools all day.
        configurer.getWorkbench().getService(MApplication.class).getTags().add("DisableMinMaxAddon");
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return Desk.ID;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new Window(configurer);
    }

    @Override
    public void postStartup() {
        arguments.estate().ifPresentOrElse(this::open, Workbench::welcome);
    }

    private static void welcome() {
        IWorkbenchPage page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
        if (page.getEditorReferences().length == 0) {
            try {
                page.openEditor(new StartPage.Input(), StartPage.ID);
            } catch (PartInitException broken) {
                Problems.unexpected(broken);
            }
        }
    }

    private void open(Path estate) {
        EstateList estates = Services.get(EstateList.class);
        Work.<List<SnapshotInfo>>of(Texts.text("estates.reading"), monitor -> estates.use(estate, opened -> {
                List<SnapshotInfo> found = new ArrayList<>();
                for (String name : arguments.snapshots()) {
                    found.add(opened.find(name));
                }
                return found;
            }), found -> {
            Path directory = estate.toAbsolutePath().normalize();
            estates.add(directory);
            switch (found.size()) {
                case 1 -> Editors.openSnapshot(directory, found.getFirst());
                case 2 -> Editors.openComparison(directory, found.getFirst(), found.getLast());
                default -> {
                    // Only the estate was asked for.
                }
            }
        }, line -> Problems.show(shell(), Texts.text("estates.open.title"), line)).schedule();
    }

    @Override
    public void eventLoopException(Throwable exception) {
        Problems.show(shell(), Texts.text("problem.title"), Problems.unexpected(exception));
    }

    /** The platform's own dialog shows stack traces. */
    @Override
    public synchronized AbstractStatusHandler getWorkbenchErrorHandler() {
        return new AbstractStatusHandler() {
            @Override
            public void handle(StatusAdapter problem, int style) {
                IStatus status = problem.getStatus();
                Throwable cause = status.getException() == null ? new IllegalStateException(status.getMessage())
                        : status.getException();
                String line = Problems.unexpected(cause);
                if ((style & (StatusManager.SHOW | StatusManager.BLOCK)) != 0) {
                    PlatformUI.getWorkbench().getDisplay()
                            .asyncExec(() -> Problems.show(shell(), Texts.text("problem.title"), line));
                }
            }
        };
    }

    private static Shell shell() {
        var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        return window == null ? null : window.getShell();
    }
}
