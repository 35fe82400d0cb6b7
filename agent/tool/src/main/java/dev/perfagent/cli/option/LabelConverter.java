package dev.perfagent.cli.option;

import dev.perfagent.history.Label;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code NAME=VALUE}, or {@code NAME} for any value. */
final class LabelConverter implements ITypeConverter<Label> {
    @Override
    public Label convert(String text) {
        int equals = text.indexOf('=');
        if (equals < 0 && !text.isBlank()) {
            return new Label(text, null);
        }
        if (equals < 1) {
            throw new TypeConversionException("'" + text + "' is no label; give NAME=VALUE or NAME");
        }
        return new Label(text.substring(0, equals), text.substring(equals + 1));
    }
}
