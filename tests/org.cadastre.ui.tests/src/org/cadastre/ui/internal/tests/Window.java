package org.cadastre.ui.internal.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;
import org.eclipse.ui.PlatformUI;

/** Acts on the running workbench from a thread of its own, and looks at what is on the screen. */
final class Window {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Window() {
    }

    static Display display() {
        return PlatformUI.getWorkbench().getDisplay();
    }

    /** Does something on the UI thread and hands back its outcome. */
    static <T> T on(Callable<T> action) {
        AtomicReference<T> result = new AtomicReference<>();
        AtomicReference<Throwable> problem = new AtomicReference<>();
        display().syncExec(() -> {
            try {
                result.set(action.call());
            } catch (Exception | AssertionError thrown) {
                problem.set(thrown);
            }
        });
        if (problem.get() instanceof AssertionError failed) {
            throw failed;
        }
        if (problem.get() != null) {
            throw new IllegalStateException(problem.get());
        }
        return result.get();
    }

    /** What goes wrong comes to the test, not to the event loop, which would show it to a person. */
    static void run(Runnable action) {
        on(() -> {
            action.run();
            return null;
        });
    }

    /** Waits until something is so on the screen. */
    static void await(String what, Callable<Boolean> condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!on(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never came: " + what + "\non the screen: " + on(Window::texts));
            }
            Thread.sleep(50);
        }
    }

    static Shell shell() {
        return PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell();
    }

    /** All controls of a kind below a control that are shown, in the order of the screen. */
    static <T extends Control> List<T> all(Control below, Class<T> type) {
        List<T> found = new ArrayList<>();
        collect(below, type, found);
        return found;
    }

    private static <T extends Control> void collect(Control control, Class<T> type, List<T> found) {
        if (type.isInstance(control) && control.isVisible()) {
            found.add(type.cast(control));
        }
        if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                collect(child, type, found);
            }
        }
    }

    /** The first line of a tree that fits, open or below an open one. */
    static Optional<TreeItem> item(Tree tree, Predicate<String> text) {
        return items(tree.getItems()).stream().filter(item -> text.test(item.getText())).findFirst();
    }

    static List<TreeItem> items(TreeItem... roots) {
        List<TreeItem> all = new ArrayList<>();
        for (TreeItem root : roots) {
            all.add(root);
            if (root.getExpanded()) {
                all.addAll(items(root.getItems()));
            }
        }
        return all;
    }

    static List<String> lines(Tree tree) {
        return items(tree.getItems()).stream().map(TreeItem::getText).toList();
    }

    static List<String> rows(Table table) {
        List<String> rows = new ArrayList<>();
        for (TableItem item : table.getItems()) {
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < Math.max(1, table.getColumnCount()); i++) {
                row.append(i == 0 ? "" : " | ").append(item.getText(i));
            }
            rows.add(row.toString());
        }
        return rows;
    }

    /** Selects a line as a click does. */
    static void select(Tree tree, TreeItem... items) {
        tree.setFocus();
        tree.setSelection(items);
        Event event = new Event();
        event.item = items[0];
        tree.notifyListeners(SWT.Selection, event);
    }

    /** Opens the selected line as Enter does. */
    static void enter(Tree tree) {
        Event event = new Event();
        event.item = tree.getSelection()[0];
        tree.notifyListeners(SWT.DefaultSelection, event);
    }

    static String texts() {
        StringBuilder texts = new StringBuilder();
        for (Shell shell : display().getShells()) {
            all(shell, org.eclipse.swt.widgets.Label.class).forEach(label -> texts.append(label.getText()).append(" / "));
            all(shell, Tree.class).forEach(tree -> texts.append(lines(tree)).append(" / "));
        }
        return texts.toString();
    }

    /** Writes a picture of the window to the test's target folder. */
    static void picture(Shell shell, String name) throws Exception {
        run(() -> {
            shell.forceActive();
            shell.update();
            while (display().readAndDispatch()) {
                // Everything is to be painted first.
            }
        });
        Thread.sleep(300);
        Path file = Path.of("target", name + ".png");
        Files.createDirectories(file.toAbsolutePath().getParent());
        run(() -> {
            Image image = new Image(display(), shell.getClientArea().width, shell.getClientArea().height);
            GC gc = new GC(shell);
            gc.copyArea(image, 0, 0);
            gc.dispose();
            ImageLoader loader = new ImageLoader();
            loader.data = new org.eclipse.swt.graphics.ImageData[] { image.getImageData() };
            loader.save(file.toString(), SWT.IMAGE_PNG);
            image.dispose();
        });
    }
}
