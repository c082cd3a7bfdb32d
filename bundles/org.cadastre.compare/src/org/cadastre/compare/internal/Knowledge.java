package org.cadastre.compare.internal;

import java.util.Optional;

import org.cadastre.model.metamodel.RecordedMetamodel;
import org.eclipse.emf.ecore.EStructuralFeature;

/**
 * What the programs that wrote the two snapshots could say at all: a version that did not know an attribute proves nothing
 * by its silence.
 *
 * @param before metamodel of the snapshot before; both are empty when the two are the same
 * @param after that of the snapshot after
 */
record Knowledge(Optional<RecordedMetamodel> before, Optional<RecordedMetamodel> after) {

    static Knowledge same() {
        return new Knowledge(Optional.empty(), Optional.empty());
    }

    boolean lackedBefore(EStructuralFeature feature) {
        return before.filter(metamodel -> metamodel.lacks(feature)).isPresent();
    }

    boolean lackedAfter(EStructuralFeature feature) {
        return after.filter(metamodel -> metamodel.lacks(feature)).isPresent();
    }
}
