package dev.perfagent.cli.option;

import dev.perfagent.profile.Repetition;
import picocli.CommandLine.ITypeConverter;

/** Reads how often a command is profiled: a number, or {@code auto}. */
public final class RepetitionConverter implements ITypeConverter<Repetition> {
    private static final String AUTO = "auto";

    @Override
    public Repetition convert(String value) {
        return value.equals(AUTO) ? Repetition.AUTO : Repetition.times(new LimitConverter().convert(value));
    }
}
