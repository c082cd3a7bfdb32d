package org.cadastre.ui.internal.scan;

import java.util.List;
import java.util.stream.Collectors;

import org.cadastre.ui.internal.estates.EstateList;
import org.cadastre.ui.internal.estates.SnapshotItem;

/**
 * What an earlier snapshot was asked to read, as the fields of the dialog take it.
 *
 * @param local whether this computer was among the targets
 * @param targets all others, one a line
 */
record Scope(boolean local, String targets) {

    private static final String LOCAL = "local";
    /** A scan adds to the scope how far it spread, in words; those are no targets. */
    private static final String SPREAD = "neighbours within ";

    static Scope of(List<String> scope) {
        return new Scope(scope.contains(LOCAL), scope.stream().filter(target -> !target.equals(LOCAL)
                && !target.startsWith(SPREAD)).collect(Collectors.joining("\n")));
    }

    /** Not for the UI thread. */
    static Scope read(EstateList estates, SnapshotItem item) throws Exception {
        return estates.use(item.estate(), estate -> of(estate.read(item.info()).head().getScope()));
    }
}
