package dev.perfagent.cli.option;

import dev.perfagent.analysis.Focus;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --focus}. */
public final class FocusConverter implements ITypeConverter<Focus> {
    @Override
    public Focus convert(String value) {
        for (Focus focus : Focus.values()) {
            if (focus.text().equals(value)) {
                return focus;
            }
        }
        throw new TypeConversionException("'" + value + "' is none of "
                + Arrays.stream(Focus.values()).map(Focus::text).collect(Collectors.joining(", ")));
    }
}
