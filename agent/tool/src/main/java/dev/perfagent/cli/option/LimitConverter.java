package dev.perfagent.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --limit}: how many at most. */
public final class LimitConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
        try {
            int limit = Integer.parseInt(value);
            if (limit >= 1) {
                return limit;
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
