package org.cadastre.collect.local.internal;

import java.util.Optional;
import java.util.Set;

import org.cadastre.collect.CollectionException;
import org.cadastre.collect.Collector;
import org.cadastre.collect.Context;
import org.cadastre.collect.Credential;
import org.cadastre.collect.Reading;
import org.cadastre.collect.Target;
import org.cadastre.collect.unix.Shell;
import org.cadastre.collect.unix.UnixReader;
import org.osgi.service.component.annotations.Component;

/** Reads the machine that Cadastre runs on, with the rights of its user. Needs no network and no credential. */
@Component
public final class LocalCollector implements Collector {

    private final Shell shell;
    private final UnixReader reader = new UnixReader();

    public LocalCollector() {
        this(new LocalShell());
    }

    public LocalCollector(Shell shell) {
        this.shell = shell;
    }

    @Override
    public String id() {
        return "local";
    }

    @Override
    public boolean accepts(Target target) {
        return target instanceof Target.Local;
    }

    @Override
    public Set<Class<? extends Credential>> credentialKinds() {
        return Set.of();
    }

    @Override
    public Reading collect(Target target, Context context) throws CollectionException, InterruptedException {
        return reader.read(shell, "local", Optional.empty(), context);
    }
}
