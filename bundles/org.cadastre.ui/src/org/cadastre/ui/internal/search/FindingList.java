package org.cadastre.ui.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.cadastre.compare.search.Finding;

/** What a search found so far. Filled by the search, read by the UI thread; bounded, so that a letter does not fill the memory. */
final class FindingList implements Consumer<Finding> {

    static final int MOST = 10_000;

    private final List<Finding> shown = new ArrayList<>();
    private final Runnable onChange;
    private int count;

    /** @param onChange called on any thread */
    FindingList(Runnable onChange) {
        this.onChange = onChange;
    }

    @Override
    public void accept(Finding finding) {
        synchronized (this) {
            count++;
            if (shown.size() < MOST) {
                shown.add(finding);
            }
        }
        onChange.run();
    }

    /** All that was found, also what is not kept. */
    synchronized int count() {
        return count;
    }

    synchronized int size() {
        return shown.size();
    }

    synchronized Finding get(int index) {
        return shown.get(index);
    }
}
