package dev.perfagent.cli.option;

import dev.perfagent.run.AlertType;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code --type} as {@code alerts.yml} names it. */
public final class AlertTypeConverter implements ITypeConverter<AlertType> {
    @Override
    public AlertType convert(String value) {
        AlertType type = AlertType.ofKey(value);
        if (type == null) {
            throw new TypeConversionException("'" + value + "' is none of "
                    + Arrays.stream(AlertType.values()).map(AlertType::key).collect(Collectors.joining(", ")));
        }
        return type;
    }
}
