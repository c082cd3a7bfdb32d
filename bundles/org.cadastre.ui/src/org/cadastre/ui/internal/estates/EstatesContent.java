package org.cadastre.ui.internal.estates;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.eclipse.jface.viewers.ITreeContentProvider;

/** Estates, below each its snapshots, or a line that says why there are none. */
final class EstatesContent implements ITreeContentProvider {

    /** A line below an estate that has no snapshots to show. */
    record Notice(ListedEstate estate) {
    }

    private Object[] shown = {};

    @Override
    public Object[] getElements(Object list) {
        shown = ((EstateList) list).all().toArray();
        return shown;
    }

    /** The estates that the viewer was given last. */
    Object[] shown() {
        return shown;
    }

    @Override
    public Object[] getChildren(Object element) {
        if (!(element instanceof ListedEstate estate)) {
            return new Object[0];
        }
        List<SnapshotItem> snapshots = estate.snapshots();
        return snapshots.isEmpty() ? new Object[] { new Notice(estate) } : snapshots.toArray();
    }

    @Override
    public Object getParent(Object element) {
        return switch (element) {
            case SnapshotItem item -> find(item);
            case Notice notice -> notice.estate();
            default -> null;
        };
    }

    @Override
    public boolean hasChildren(Object element) {
        return element instanceof ListedEstate;
    }

    private Object find(SnapshotItem item) {
        return Arrays.stream(shown).filter(estate -> ((ListedEstate) estate).directory().equals(item.estate())).findFirst()
                .orElse(null);
    }

    /** What stands now where the given elements stood: estates by their folder, snapshots as they are. */
    static List<Object> current(List<ListedEstate> all, Object[] elements) {
        return Stream.of(elements).map(element -> element instanceof ListedEstate old
                ? all.stream().filter(estate -> estate.directory().equals(old.directory())).findFirst().orElse(null)
                : element).filter(Objects::nonNull).map(Object.class::cast).toList();
    }
}
