package org.cadastre.compare.internal;

import java.util.Optional;
import java.util.stream.Stream;

import org.cadastre.model.metamodel.RecordedMetamodel;
import org.cadastre.repository.EstateException;
import org.cadastre.repository.SnapshotReader;

/**
 * Two snapshots read in one language: with the installed metamodel if that knows all that is in them, else with that of the
 * snapshot of the newer program. Elements of two metamodels could not be held against each other.
 */
record Vocabulary(SnapshotReader before, SnapshotReader after, Knowledge knowledge) {

    static Vocabulary of(SnapshotReader before, SnapshotReader after) throws EstateException {
        RecordedMetamodel was = before.metamodel();
        boolean same = before.metamodelId().equals(after.metamodelId());
        RecordedMetamodel is = same ? was : after.metamodel();
        Knowledge knowledge = same ? Knowledge.same() : new Knowledge(Optional.of(was), Optional.of(is));
        if (coversBoth(RecordedMetamodel.installed(was, is), was, is)) {
            return new Vocabulary(before, after, knowledge);
        }
        // If neither knows all, a device that it cannot read is told as such, and the others are compared.
        RecordedMetamodel richer = Stream.of(is, was).filter(each -> coversBoth(each, was, is)).findFirst().orElse(is);
        return new Vocabulary(before.with(richer), after.with(richer), knowledge);
    }

    private static boolean coversBoth(RecordedMetamodel one, RecordedMetamodel was, RecordedMetamodel is) {
        return one.covers(was) && one.covers(is);
    }
}
