package org.cadastre.repository;

import java.util.List;
import java.util.function.UnaryOperator;

/** Which identifiers belong to which device (identities.tsv on refs/heads/estate). Thread-safe. */
public final class DeviceRegistry {

    DeviceRegistry() {
    }

    /** All that is known now, sorted by kind and value. */
    public List<KnownIdentifier> load() throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }

    /**
     * Replaces what is known, atomically. When somebody else changed the registry meanwhile, the change is made again
     * from what is there then.
     *
     * @param change gets all that is known, gives all that is to be known; may be called more than once
     */
    public void update(UnaryOperator<List<KnownIdentifier>> change) throws EstateException {
        throw new EstateException("The repository is not built yet.");
    }
}
