package org.cadastre.cli.view;

import java.io.IOException;
import java.time.Instant;

import org.cadastre.cli.terminal.Terminal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

/**
 * Writes one JSON text (RFC 8259, so in UTF-8 whatever the terminal) to standard output as it comes: memory does not grow
 * with it.
 */
public final class JsonOutput implements AutoCloseable {

    private final Terminal terminal;
    private final JsonGenerator generator;

    @SuppressWarnings("resource") // the generator is closed with this object, the terminal stays open
    public JsonOutput(Terminal terminal) throws IOException {
        this.terminal = terminal;
        this.generator = new JsonFactory().createGenerator(terminal.bytes()).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(new DefaultPrettyPrinter());
    }

    /** A part of the text that is written by code. */
    @FunctionalInterface
    public interface Part {
        void write() throws IOException;
    }

    /** The same for each of many. */
    @FunctionalInterface
    public interface PartOf<T> {
        void write(T one) throws IOException;
    }

    public void object(Part fields) throws IOException {
        generator.writeStartObject();
        fields.write();
        generator.writeEndObject();
    }

    public void object(String name, Part fields) throws IOException {
        generator.writeFieldName(name);
        object(fields);
    }

    public <T> void array(Iterable<? extends T> values, PartOf<T> part) throws IOException {
        generator.writeStartArray();
        for (T value : values) {
            part.write(value);
        }
        generator.writeEndArray();
    }

    public <T> void array(String name, Iterable<? extends T> values, PartOf<T> part) throws IOException {
        generator.writeFieldName(name);
        array(values, part);
    }

    /** An array whose values are written by code, one after the other. */
    public void array(String name, Part values) throws IOException {
        generator.writeFieldName(name);
        generator.writeStartArray();
        values.write();
        generator.writeEndArray();
    }

    public void field(String name, Object value) throws IOException {
        generator.writeFieldName(name);
        value(value);
    }

    /** Numbers and booleans as such, times as ISO 8601, null as null, all else as text. */
    public void value(Object value) throws IOException {
        switch (value) {
            case null -> generator.writeNull();
            case Boolean truth -> generator.writeBoolean(truth);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Double number when Double.isFinite(number) -> generator.writeNumber(number);
            case Instant time -> generator.writeString(time.toString());
            default -> generator.writeString(value.toString());
        }
    }

    @Override
    public void close() throws IOException {
        generator.writeRaw(System.lineSeparator());
        generator.close();
        terminal.flush();
    }
}
