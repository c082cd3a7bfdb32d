package org.cadastre.ui.internal.tree;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.viewers.ITreeContentProvider;

/** Gives a tree its lines: all of them, or those that a search found. */
public class LineContent implements ITreeContentProvider {

    private final Function<Object, List<? extends TreeLine>> roots;
    private Optional<Matches> matches = Optional.empty();

    /** @param roots gives the lines at the top for the viewer's input */
    public LineContent(Function<Object, List<? extends TreeLine>> roots) {
        this.roots = roots;
    }

    /** Shows only what was found; everything when empty. The viewer is to be refreshed by the caller. */
    final void show(Optional<Matches> found) {
        matches = found;
    }

    /** What the tree is searched for, in small letters; empty while it is not. */
    final String query() {
        return matches.map(Matches::query).orElse("");
    }

    @Override
    public final Object[] getElements(Object input) {
        return shown(roots.apply(input));
    }

    @Override
    public Object[] getChildren(Object element) {
        return shown(((TreeLine) element).children());
    }

    @Override
    public final Object getParent(Object element) {
        return ((TreeLine) element).parent().orElse(null);
    }

    @Override
    public final boolean hasChildren(Object element) {
        return ((TreeLine) element).hasChildren();
    }

    private Object[] shown(List<? extends TreeLine> lines) {
        return matches.map(found -> lines.stream().filter(found::shows).toArray()).orElseGet(lines::toArray);
    }
}
