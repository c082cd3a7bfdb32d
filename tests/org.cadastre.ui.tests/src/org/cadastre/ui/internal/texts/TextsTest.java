package org.cadastre.ui.internal.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.cadastre.model.CadastrePackage;
import org.cadastre.model.host.HostPackage;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EEnumLiteral;
import org.eclipse.emf.ecore.ENamedElement;
import org.eclipse.emf.ecore.EPackage;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Path BUNDLE = Path.of(System.getProperty("cadastre.checkout"), "bundles/org.cadastre.ui");
    private static final Path SOURCES = BUNDLE.resolve("src");
    private static final Path TEXTS = SOURCES.resolve("org/cadastre/ui/internal/texts");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z]+)+\\.?)\"");
    private static final Pattern EXTERNAL = Pattern.compile("\"%([A-Za-z.]+)\"");

    @Test
    void everyTextThatTheCodeAsksForIsThereInEnglish() throws IOException {
        Properties english = load(TEXTS.resolve("messages.properties"));
        Set<String> families = new TreeSet<>();
        english.stringPropertyNames().forEach(key -> families.add(key.substring(0, key.indexOf('.'))));
        Set<String> missing = new TreeSet<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher literal = LITERAL.matcher(Files.readString(file));
                while (literal.find()) {
                    String key = literal.group(1);
                    boolean isText = families.contains(key.substring(0, key.indexOf('.')));
                    boolean isThere = english.containsKey(key) || key.endsWith(".")
                            && english.stringPropertyNames().stream().anyMatch(name -> name.startsWith(key));
                    if (isText && !isThere) {
                        missing.add(key);
                    }
                }
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void germanHasTheSameTextsAsEnglish() throws IOException {
        assertEquals(load(TEXTS.resolve("messages.properties")).stringPropertyNames(),
                load(TEXTS.resolve("messages_de.properties")).stringPropertyNames());
        assertEquals(load(BUNDLE.resolve("OSGI-INF/l10n/bundle.properties")).stringPropertyNames(),
                load(BUNDLE.resolve("OSGI-INF/l10n/bundle_de.properties")).stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = { "messages.properties", "messages_de.properties" })
    void everyTextIsAPatternThatTakesItsValues(String file) throws IOException {
        Properties texts = load(TEXTS.resolve(file));
        for (String key : texts.stringPropertyNames()) {
            String pattern = texts.getProperty(key);
            assertTrue(!pattern.isBlank(), key);
            if (pattern.contains("{")) {
                String text = new MessageFormat(pattern, Locale.ENGLISH).format(new Object[] { 1, 2, 3 });
                assertTrue(!text.contains("{"), key + ": " + text);
            }
        }
    }

    @Test
    void everyTextOfThePluginIsThere() throws IOException {
        Properties english = load(BUNDLE.resolve("OSGI-INF/l10n/bundle.properties"));
        Set<String> missing = new TreeSet<>();
        Matcher external = EXTERNAL.matcher(Files.readString(BUNDLE.resolve("plugin.xml")));
        while (external.find()) {
            if (!english.containsKey(external.group(1))) {
                missing.add(external.group(1));
            }
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyNameOfTheMetamodelIsThereInGerman() throws IOException {
        Set<Object> german = load(TEXTS.resolve("metamodel_de.properties")).keySet();
        Set<String> missing = new TreeSet<>();
        for (EPackage metamodel : List.of(CadastrePackage.eINSTANCE, HostPackage.eINSTANCE)) {
            metamodel.eAllContents().forEachRemaining(element -> {
                boolean isName = element instanceof EClass || element instanceof EStructuralFeature
                        || element instanceof EEnumLiteral;
                if (isName && !german.contains(ModelTexts.key((ENamedElement) element))
                        && !german.contains("feature." + ((ENamedElement) element).getName())) {
                    missing.add(ModelTexts.key((ENamedElement) element));
                }
            });
        }
        assertEquals(Set.of(), missing);
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
