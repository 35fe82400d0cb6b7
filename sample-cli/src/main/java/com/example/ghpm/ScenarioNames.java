package com.example.ghpm;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Scenarios by the names that users know them by, which are not the names of the constants. */
final class ScenarioNames implements ITypeConverter<Scenario>, Iterable<String> {
    private static final List<String> NAMES =
            Arrays.stream(Scenario.values()).map(Scenario::toString).toList();

    @Override
    public Scenario convert(String value) {
        for (Scenario scenario : Scenario.values()) {
            if (scenario.toString().equals(value)) {
                return scenario;
            }
        }
        throw new TypeConversionException("'" + value + "' is none of " + String.join(", ", NAMES));
    }

    @Override
    public Iterator<String> iterator() {
        return NAMES.iterator();
    }
}
