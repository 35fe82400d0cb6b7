package dev.perfagent.cli.option;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few words, and names them: in help, in the error about another word, and to the shell that completes. */
public abstract class WordConverter<T> implements ITypeConverter<T>, Iterable<String> {
    private final Map<String, T> values = new LinkedHashMap<>();

    /** @param word how a value is given */
    protected WordConverter(List<T> values, Function<T, String> word) {
        values.forEach(value -> this.values.put(word.apply(value), value));
    }

    @Override
    public final T convert(String word) {
        T value = values.get(word);
        if (value == null) {
            throw new TypeConversionException("'" + word + "' is none of " + String.join(", ", values.keySet()));
        }
        return value;
    }

    @Override
    public final Iterator<String> iterator() {
        return List.copyOf(values.keySet()).iterator();
    }
}
