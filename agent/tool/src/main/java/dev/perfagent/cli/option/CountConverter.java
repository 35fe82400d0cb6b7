package dev.perfagent.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many of something: 1 or more, and as many as there may be. */
public final class CountConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String value) {
        try {
            long count = Long.parseLong(value);
            if (count >= 1) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw refuse(value);
        }
        throw refuse(value);
    }

    private static TypeConversionException refuse(String value) {
        return new TypeConversionException("'" + value + "' is no number of 1 or more");
    }
}
