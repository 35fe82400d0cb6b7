package dev.perfagent.cli.option;

import dev.perfagent.history.Label;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code NAME=VALUE}. */
final class LabelConverter implements ITypeConverter<Label> {
    @Override
    public Label convert(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new TypeConversionException("'" + text + "' is no label; give NAME=VALUE");
        }
        return new Label(text.substring(0, equals), text.substring(equals + 1));
    }
}
