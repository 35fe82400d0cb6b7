package dev.perfagent.cli.option;

import dev.perfagent.run.Outcome;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --outcome} as records tell it. */
public final class OutcomeConverter implements ITypeConverter<Outcome> {
    @Override
    public Outcome convert(String value) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.text().equals(value)) {
                return outcome;
            }
        }
        throw new TypeConversionException("'" + value + "' is none of "
                + Arrays.stream(Outcome.values()).map(Outcome::text).collect(Collectors.joining(", ")));
    }
}
