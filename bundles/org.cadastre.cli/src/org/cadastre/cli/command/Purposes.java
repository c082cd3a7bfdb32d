package org.cadastre.cli.command;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.cadastre.cli.Messages;
import org.cadastre.model.Purpose;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the purpose of a snapshot as the model writes it. */
final class Purposes implements ITypeConverter<Purpose> {

    @Override
    public Purpose convert(String text) {
        Purpose purpose = Purpose.get(text);
        if (purpose == null) {
            throw new TypeConversionException(Messages.text("purpose.unknown", text,
                    Arrays.stream(Purpose.values()).map(Purpose::getLiteral).collect(Collectors.joining(", "))));
        }
        return purpose;
    }
}
