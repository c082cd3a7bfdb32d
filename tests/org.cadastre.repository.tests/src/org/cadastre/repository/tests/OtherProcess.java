package org.cadastre.repository.tests;

import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.cadastre.model.CadastrePackage;
import org.cadastre.repository.Estate;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Cadastre in a process of its own that takes snapshots one after the other, until it is done or killed. */
final class OtherProcess {

    private OtherProcess() {
    }

    /** @param arguments directory of the estate, beginning of the labels, how many snapshots, hosts in each */
    public static void main(String[] arguments) throws Exception {
        try (Estate estate = Estate.open(Path.of(arguments[0]))) {
            System.out.println("ready");
            for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
                Samples.take(estate, arguments[1] + " " + i, Integer.parseInt(arguments[3]), arguments[1] + i);
            }
        }
    }

    /** Starts it and waits until it is about to write. */
    static Process start(Path estate, String labels, int snapshots, int hosts) throws Exception {
        return awaitReady(launch(estate, labels, snapshots, hosts));
    }

    /** As {@link #start}, without waiting. */
    static Process launch(Path estate, String labels, int snapshots, int hosts) throws Exception {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", classPath(), OtherProcess.class.getName(), estate.toString(), labels,
                Integer.toString(snapshots), Integer.toString(hosts)).redirectErrorStream(true).start();
    }

    static Process awaitReady(Process process) throws Exception {
        String first = new String(process.getInputStream().readNBytes("ready\n".length()));
        if (!first.startsWith("ready")) {
            throw new AssertionError(first + new String(process.getInputStream().readAllBytes()));
        }
        return process;
    }

    static void mustSucceed(Process process) throws Exception {
        String output = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new AssertionError(output);
        }
    }

    private static String classPath() throws Exception {
        if (FrameworkUtil.getBundle(OtherProcess.class) == null) {
            return System.getProperty("java.class.path");
        }
        Set<String> places = new LinkedHashSet<>();
        for (Class<?> own : List.of(OtherProcess.class, Estate.class, CadastrePackage.class)) {
            places.add(Path.of(own.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
        }
        List<String> all = new ArrayList<>(places);
        for (Bundle bundle : FrameworkUtil.getBundle(OtherProcess.class).getBundleContext().getBundles()) {
            String location = bundle.getLocation().replaceFirst("^(initial@)?(reference:)?file:", "");
            // Equinox writes places relative to where it is installed.
            Path jar = Path.of(URI.create(System.getProperty("osgi.install.area"))).resolve(location);
            if (location.endsWith(".jar") && Files.exists(jar)) {
                all.add(jar.toString());
            }
        }
        return String.join(File.pathSeparator, all);
    }
}
