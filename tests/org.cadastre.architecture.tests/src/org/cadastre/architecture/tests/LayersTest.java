package org.cadastre.architecture.tests;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Lower layers never know upper ones. What the table does not allow fails the build; a new bundle has to find its place
 * in it. {@code docs/architecture.md} tells why the layers are as they are.
 */
class LayersTest {

    private static final String OWN = "org.cadastre.";

    /** Bundle, then the bundles of ours that it may name in its manifest; both without {@value #OWN}. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            entry("model", Set.of()),
            entry("repository", Set.of("model")),
            entry("collect", Set.of("model")),
            entry("credentials", Set.of("collect")),
            entry("scan", Set.of("model", "repository", "collect")),
            entry("compare", Set.of("model", "repository")),
            entry("analysis", Set.of("model", "repository", "compare")),
            entry("export.graph", Set.of("model", "repository", "compare", "analysis")),
            entry("export.excel", Set.of("model", "repository", "compare", "analysis")),
            entry("cli", below("cli", "ui")),
            entry("ui", below("ui", "ui.graph", "cli")),
            entry("ui.graph", Set.of("model", "repository", "compare", "analysis", "export.graph", "ui")));

    /** Every collector ({@code collect.ssh}, {@code collect.snmp}, ...) is on the same footing. */
    private static final Set<String> A_COLLECTOR_MAY_KNOW = Set.of("model", "collect", "collect.unix", "collect.networkos");

    private static final Set<String> SCREEN = Set.of("org.eclipse.swt", "org.eclipse.jface", "org.eclipse.ui",
            "org.eclipse.e4");

    static List<SourceBundle> bundles() {
        return SourceBundle.all();
    }

    @Test
    void theCheckoutIsFound() {
        assertTrue(bundles().size() >= 5, "the checks below must not pass for want of bundles");
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aBundleNamesOnlyBundlesOfLowerLayers(SourceBundle bundle) {
        String name = bundle.name().substring(OWN.length());
        Set<String> allowed = name.startsWith("collect.") ? A_COLLECTOR_MAY_KNOW : MAY_KNOW.get(name);
        assertTrue(allowed != null, bundle + " has no place in the table of layers yet");
        assertEquals(List.of(), named(bundle).filter(n -> n.startsWith(OWN))
                .map(n -> n.substring(OWN.length())).filter(n -> !n.equals(name) && !allowed.contains(n)).toList());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void onlyTheWorkbenchKnowsAScreen(SourceBundle bundle) {
        if (bundle.name().equals(OWN + "ui") || bundle.name().contains(".ui.")) {
            return;
        }
        assertEquals(List.of(), named(bundle)
                .filter(n -> SCREEN.stream().anyMatch(s -> n.equals(s) || n.startsWith(s + "."))).toList());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void internalsAreNotExported(SourceBundle bundle) {
        assertEquals(List.of(), bundle.publicPackages().stream().filter(p -> p.matches(".*\\.internal(\\..*)?")).toList());
    }

    /** The framework never starts a bundle that is not lazy, so its services would be missing in the product alone. */
    @ParameterizedTest
    @MethodSource("bundles")
    void aBundleWithServicesIsStartedLazily(SourceBundle bundle) throws IOException {
        for (Path source : bundle.sources()) {
            if (Files.readString(source).contains("\n@Component")) {
                assertTrue(bundle.isStartedLazily(), source + " is a service component");
            }
        }
    }

    /** Names of bundles in the manifest; an imported package counts as the bundle of ours that it belongs to. */
    private static Stream<String> named(SourceBundle bundle) {
        return Stream.concat(bundle.requiredBundles().stream(),
                bundle.importedPackages().stream().map(p -> owner(p).orElse(p)));
    }

    private static Optional<String> owner(String packageName) {
        return bundles().stream().map(SourceBundle::name)
                .filter(b -> packageName.equals(b) || packageName.startsWith(b + "."))
                .max(Comparator.comparingInt(String::length));
    }

    private static Set<String> below(String... faces) {
        return bundles().stream().map(b -> b.name().substring(OWN.length())).filter(n -> !List.of(faces).contains(n))
                .collect(Collectors.toUnmodifiableSet());
    }
}
