package org.cadastre.ui.internal.parts;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeItem;

/** Copies what is selected where the cursor is: text, or the rows of a table or tree, one line a row, tabs between cells. */
public final class CopyHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        switch (Display.getCurrent().getFocusControl()) {
            case Text text -> text.copy();
            case StyledText text -> text.copy();
            case Combo combo -> combo.copy();
            case Table table -> copy(table, rows(table));
            case Tree tree -> copy(tree, rows(tree));
            case null, default -> {
                // Nothing that could be copied has the focus.
            }
        }
        return null;
    }

    static String rows(Table table) {
        int columns = Math.max(1, table.getColumnCount());
        return Arrays.stream(table.getSelection()).map(row -> line(row, columns)).collect(Collectors.joining("\n"));
    }

    static String rows(Tree tree) {
        int columns = Math.max(1, tree.getColumnCount());
        return Arrays.stream(tree.getSelection()).map(row -> line(row, columns)).collect(Collectors.joining("\n"));
    }

    private static String line(TableItem row, int columns) {
        return IntStream.range(0, columns).mapToObj(row::getText).collect(Collectors.joining("\t"));
    }

    private static String line(TreeItem row, int columns) {
        return IntStream.range(0, columns).mapToObj(row::getText).collect(Collectors.joining("\t"));
    }

    private static void copy(Control owner, String text) {
        if (text.isEmpty()) {
            return;
        }
        Clipboard clipboard = new Clipboard(owner.getDisplay());
        clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
        clipboard.dispose();
    }
}
