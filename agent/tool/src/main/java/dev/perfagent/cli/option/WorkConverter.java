package dev.perfagent.cli.option;

import dev.perfagent.calibrate.SystemMeasure;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A kind of work of {@code system benchmark}, by its name in JSON. */
public final class WorkConverter implements ITypeConverter<SystemMeasure> {
    @Override
    public SystemMeasure convert(String value) {
        SystemMeasure work = SystemMeasure.ofKey(value);
        if (work == null) {
            throw new TypeConversionException("'" + value + "' is none of "
                    + Arrays.stream(SystemMeasure.values())
                            .map(SystemMeasure::key)
                            .collect(Collectors.joining(", ")));
        }
        return work;
    }
}
