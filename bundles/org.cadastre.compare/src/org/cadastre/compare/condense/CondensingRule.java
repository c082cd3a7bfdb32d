package org.cadastre.compare.condense;

import java.util.List;

/**
 * Recognizes changes that belong together: an update of many packages, an installed service with all its parts. A
 * declarative service; contribute one to have its groups in every comparison.
 *
 * <p>Thread-safe, deterministic: the same changes give the same groups, whatever their order. Time grows in step with the
 * number of changes.
 */
public interface CondensingRule {

    /** Short, in lower case with hyphens, e.g. "installed-together". */
    String name();

    /** Rules of a lower rank are asked first; a change belongs to the first group that takes it. */
    int rank();

    /** @param changes those of all devices that no rule has taken so far */
    List<Condensed> condense(List<ChangeOnDevice> changes);
}
