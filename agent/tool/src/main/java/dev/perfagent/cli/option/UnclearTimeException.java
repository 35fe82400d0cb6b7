package dev.perfagent.cli.option;

import java.io.Serial;
import picocli.CommandLine.TypeConversionException;

/** A time that does not exist where the reader is, or exists twice, because clocks are changed then. */
public final class UnclearTimeException extends TypeConversionException {
    @Serial
    private static final long serialVersionUID = 1L;

    UnclearTimeException(String message) {
        super(message);
    }
}
