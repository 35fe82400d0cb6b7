package dev.perfagent.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --format}. */
final class FormatConverter implements ITypeConverter<Format> {
    @Override
    public Format convert(String value) {
        for (Format format : Format.values()) {
            if (format.text().equals(value)) {
                return format;
            }
        }
        throw new TypeConversionException("'" + value + "' is no format; every command's --help names those it has");
    }
}
