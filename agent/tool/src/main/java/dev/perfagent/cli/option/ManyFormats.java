package dev.perfagent.cli.option;

import java.util.Set;

/** A command whose output has other forms than text and JSON. */
public interface ManyFormats {
    /** What a command has that does not say. */
    Set<Format> USUAL = Set.of(Format.TEXT, Format.JSON);

    /** What a command has that shows a document. */
    Set<Format> OF_DOCUMENTS = Set.of(Format.TEXT, Format.JSON, Format.MARKDOWN);

    /** Those it has; none when it is but a name for the commands below it. */
    Set<Format> formats();
}
