package dev.perfagent.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how many of something: 1 or more, and as many as there may be. */
public final class CountConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String value) {
        long count;
        try {
            count = Long.parseLong(value);
        } catch (NumberFormatException e) {
            count = 0;
        }
        if (count < 1) {
            throw new TypeConversionException("'" + value + "' is not a number of 1 or more");
        }
        return count;
    }
}
