package dev.perfagent.cli.option;

import java.util.Collection;
import java.util.List;

/** Reads {@code --format}. */
final class FormatConverter extends WordConverter<Format> {
    /** For where the command is not known yet. */
    FormatConverter() {
        this(List.of(Format.values()));
    }

    /** @param formats those a command has */
    FormatConverter(Collection<Format> formats) {
        super(formats.stream().sorted().toList(), Format::text);
    }
}
