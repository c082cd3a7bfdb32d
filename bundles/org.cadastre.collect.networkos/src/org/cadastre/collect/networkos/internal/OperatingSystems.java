package org.cadastre.collect.networkos.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The network operating systems that are known, in the order in which a device is taken for one.
 *
 * @param known at least those that come with Cadastre
 */
public record OperatingSystems(List<OperatingSystemDefinition> known) {

    /** Name of the table that comes with Cadastre, and of the one that a user writes. */
    public static final String FILE = "network-operating-systems.txt";

    /** Those that come with Cadastre. */
    static OperatingSystems own() {
        try (InputStream table = OperatingSystems.class.getResourceAsStream(FILE)) {
            return new OperatingSystems(OperatingSystemTable.read(FILE, new String(table.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Those that come with Cadastre, then those of a user's file: one of the same name takes the place of Cadastre's, others come
     * after them.
     *
     * @param file need not exist
     * @throws IllegalArgumentException when the file cannot be read or understood: one line that says where and what
     */
    public static OperatingSystems with(Path file) {
        Map<String, OperatingSystemDefinition> systems = new LinkedHashMap<>();
        own().known().forEach(system -> systems.put(system.name(), system));
        try {
            OperatingSystemTable.read(file.toString(), Files.readString(file)).forEach(system -> systems.put(system.name(), system));
        } catch (NoSuchFileException none) {
            // A user need not have one.
        } catch (CharacterCodingException binary) {
            throw new IllegalArgumentException(file + " is not text in UTF-8; save it so, or remove it", binary);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(file + " cannot be read; make it readable, or remove it", unreadable);
        }
        return new OperatingSystems(List.copyOf(systems.values()));
    }
}
