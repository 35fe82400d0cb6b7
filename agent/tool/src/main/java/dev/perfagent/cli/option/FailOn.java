package dev.perfagent.cli.option;

import dev.perfagent.statistics.Verdict;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** From which verdict on a command's exit code is 1. */
public enum FailOn {
    WARNING,
    CRITICAL;

    /** Whether a verdict is that bad. */
    public boolean includes(Verdict verdict) {
        return verdict == Verdict.CRITICAL || this == WARNING && verdict == Verdict.WARNING;
    }

    /** Reads {@code --fail-on}. */
    public static final class Converter implements ITypeConverter<FailOn> {
        @Override
        public FailOn convert(String value) {
            return switch (value) {
                case "warning" -> WARNING;
                case "critical" -> CRITICAL;
                default -> throw new TypeConversionException("'" + value + "' is neither warning nor critical");
            };
        }
    }
}
