package org.cadastre.architecture.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Manifest;
import java.util.stream.Stream;

import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/** A bundle as it lies in the checkout: its folder and the manifest that its author wrote. */
record SourceBundle(Path folder) {

    /** All of the product's own bundles, by name. The build says where the checkout is. */
    static List<SourceBundle> all() {
        Path bundles = Path.of(System.getProperty("cadastre.checkout"), "bundles");
        try (Stream<Path> folders = Files.list(bundles)) {
            return folders.filter(f -> Files.exists(f.resolve("META-INF/MANIFEST.MF"))).sorted().map(SourceBundle::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    List<String> requiredBundles() {
        return values(Constants.REQUIRE_BUNDLE);
    }

    List<String> importedPackages() {
        return values(Constants.IMPORT_PACKAGE);
    }

    /** The packages that anybody may use; those marked {@code x-internal} or {@code x-friends} are not among them. */
    List<String> publicPackages() {
        return elements(Constants.EXPORT_PACKAGE)
                .filter(e -> e.getDirective("x-internal") == null && e.getDirective("x-friends") == null)
                .flatMap(e -> Arrays.stream(e.getValueComponents())).toList();
    }

    boolean isStartedLazily() {
        return values(Constants.BUNDLE_ACTIVATIONPOLICY).contains(Constants.ACTIVATION_LAZY);
    }

    List<Path> sources() {
        Path source = folder.resolve("src");
        if (!Files.isDirectory(source)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(source)) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> values(String header) {
        return elements(header).flatMap(e -> Arrays.stream(e.getValueComponents())).toList();
    }

    private Stream<ManifestElement> elements(String header) {
        Path file = folder.resolve("META-INF/MANIFEST.MF");
        try (InputStream in = Files.newInputStream(file)) {
            String value = new Manifest(in).getMainAttributes().getValue(header);
            return value == null ? Stream.empty() : Arrays.stream(ManifestElement.parseHeader(header, value));
        } catch (IOException | BundleException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
