package org.cadastre.ui.graph.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

import org.cadastre.analysis.graph.Layers;
import org.cadastre.model.DeviceKind;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static Properties words(String file) throws IOException {
        Properties words = new Properties();
        try (var in = new InputStreamReader(Words.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    @Test
    void everyWordIsThereInEnglishAndInGerman() throws IOException {
        assertEquals(words("messages.properties").stringPropertyNames(), words("messages_de.properties").stringPropertyNames());
    }

    @Test
    void everyLayerAndEveryKindOfDeviceHasAName() throws IOException {
        Properties words = words("messages.properties");
        new Layers().ids().forEach(layer -> assertTrue(words.containsKey("page." + layer), layer));
        DeviceKind.VALUES.forEach(kind -> assertTrue(words.containsKey("kind." + kind.getLiteral()), kind.getLiteral()));
    }

    @Test
    void whatLayersSayIsTranslatedWhereItIsKnown() {
        assertEquals(Words.kind("virtualMachine") + " mail", Words.detail("virtualMachine mail"));
        assertEquals(Words.text("says.gateway-not-read"), Words.detail("gateway, not read"));
        assertEquals("198.51.100.7", Words.detail("198.51.100.7"));
    }
}
