package org.cadastre.compare.internal;

import org.eclipse.emf.compare.match.IMatchEngine;
import org.eclipse.emf.compare.match.impl.MatchEngineFactoryRegistryImpl;
import org.eclipse.emf.compare.scope.IComparisonScope;

/** Makes EMF Compare match by keys, whatever the scope. */
final class KeyMatchEngineFactory implements IMatchEngine.Factory {

    private final IMatchEngine engine;
    private int ranking;

    private KeyMatchEngineFactory(IMatchEngine engine) {
        this.engine = engine;
    }

    static IMatchEngine.Factory.Registry registry(FactSchema schema) {
        IMatchEngine.Factory.Registry registry = new MatchEngineFactoryRegistryImpl();
        registry.add(new KeyMatchEngineFactory(new KeyMatchEngine(schema)));
        return registry;
    }

    @Override
    public IMatchEngine getMatchEngine() {
        return engine;
    }

    @Override
    public int getRanking() {
        return ranking;
    }

    @Override
    public void setRanking(int value) {
        ranking = value;
    }

    @Override
    public boolean isMatchEngineFactoryFor(IComparisonScope scope) {
        return true;
    }
}
