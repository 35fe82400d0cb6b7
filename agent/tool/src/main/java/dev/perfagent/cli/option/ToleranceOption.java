package dev.perfagent.cli.option;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The change up to which all is well; a mixin. */
@Command(addMethodSubcommands = false)
public final class ToleranceOption {
    @Option(
            names = "--tolerance",
            paramLabel = "PERCENT",
            converter = Converter.class,
            description =
                    "Allow a command to get slower by that much, such as 5%%; by default the command's tolerance in"
                            + " benchmarks.yml, else 20%%.")
    private @Nullable Double given;

    /** As a part, 0.05 for 5 %; null when it is not on the command line. */
    public @Nullable Double given() {
        return given;
    }

    /** Reads {@code 5%} or {@code 0.05}: what {@code benchmarks.yml} takes, in the same range. */
    static final class Converter implements ITypeConverter<Double> {
        private static final Pattern FORM = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,6})?) ?(%?)");
        private static final double LEAST = 0.01;
        private static final double MOST = 1;

        @Override
        public Double convert(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new TypeConversionException("'" + text + "' is not a percentage; give 5% or 0.05");
            }
            double number = Double.parseDouble(form.group(1));
            double part = form.group(2).isEmpty() ? number : number / 100;
            if (part >= LEAST && part <= MOST) {
                return part;
            }
            boolean forgotten = form.group(2).isEmpty() && number > MOST && number <= MOST * 100;
            throw new TypeConversionException("'" + text + "' is not between 1% and 100%"
                    + (forgotten ? String.format(Locale.ROOT, "; did you mean %s%%?", form.group(1)) : ""));
        }
    }
}
