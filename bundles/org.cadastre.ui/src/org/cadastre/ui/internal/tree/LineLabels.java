package org.cadastre.ui.internal.tree;

import java.util.function.Supplier;

import org.cadastre.ui.internal.parts.Marked;
import org.cadastre.ui.internal.texts.Icons;
import org.eclipse.jface.viewers.StyledCellLabelProvider;
import org.eclipse.jface.viewers.StyledString;
import org.eclipse.jface.viewers.ViewerCell;

/** Lines as text with pale remarks; what was searched for is marked. */
final class LineLabels extends StyledCellLabelProvider {

    private final Supplier<String> query;

    /** @param query in small letters; empty while nothing is searched */
    LineLabels(Supplier<String> query) {
        this.query = query;
    }

    @Override
    public void update(ViewerCell cell) {
        if (cell.getElement() instanceof TreeLine line) {
            StyledString text = line.isStrong() ? Marked.strong(line.title(), line.remark(), query.get())
                    : Marked.text(line.title(), line.remark(), query.get());
            cell.setText(text.getString());
            cell.setStyleRanges(text.getStyleRanges());
            cell.setImage(Icons.image(line.icon()));
        } else {
            // The platform's "show more" line of long lists.
            cell.setText(String.valueOf(cell.getElement()));
        }
        super.update(cell);
    }

    @Override
    public String getToolTipText(Object element) {
        return element instanceof TreeLine line && !line.explanation().isBlank() ? line.explanation() : null;
    }
}
