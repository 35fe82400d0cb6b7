package dev.perfagent.cli.option;

import picocli.CommandLine.ITypeConverter;

/** Reads how many of something at most: 1 or more; what is beyond an int is as good as its largest. */
public final class LimitConverter implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String value) {
        return (int) Math.min(Integer.MAX_VALUE, new CountConverter().convert(value));
    }
}
