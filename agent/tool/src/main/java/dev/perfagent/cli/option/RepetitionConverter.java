package dev.perfagent.cli.option;

import dev.perfagent.profile.Repetition;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads how often a command is profiled: a number, or {@code auto}. */
public final class RepetitionConverter implements ITypeConverter<Repetition> {
    private static final String AUTO = "auto";

    @Override
    public Repetition convert(String value) {
        if (value.equals(AUTO)) {
            return Repetition.AUTO;
        }
        try {
            return Repetition.times(new LimitConverter().convert(value));
        } catch (TypeConversionException e) {
            throw new TypeConversionException(e.getMessage() + ", nor 'auto'");
        }
    }
}
