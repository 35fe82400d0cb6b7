package dev.perfagent.cli.option;

import dev.perfagent.run.Severity;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --fail-on}. */
public final class SeverityConverter implements ITypeConverter<Severity> {
    @Override
    public Severity convert(String value) {
        return switch (value) {
            case "warning" -> Severity.WARNING;
            case "critical" -> Severity.CRITICAL;
            default -> throw new TypeConversionException("'" + value + "' is neither warning nor critical");
        };
    }
}
