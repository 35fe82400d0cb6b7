package dev.perfagent.application;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names a program by its main class, where the class's simple name alone may say nothing: {@code Main}, {@code Shell}. */
final class MainClassName {
    /** Names of the place where a program begins, not of a program. */
    private static final String ENTRIES =
            " main launcher app application cli start starter startup bootstrap boot program entry"
                    + " entrypoint runner driver mainapp climain climainclass appmain"
                    + " commandline commandlinerunner commandlineinterface"
                    + " jarlauncher ";

    /** Names that many programs have. */
    private static final String COMMON =
            " shell script server transform process query tool console convert converter compile"
                    + " compiler parse parser validate validator client command gui"
                    + " demo job task worker service batch test tests run"
                    + " example generate generator backup restore recover benchmark"
                    + " daemon interpreter repl sample util index search ";

    /** Packages by which nobody knows a program. */
    private static final String PLACES =
            ENTRIES + "tools util utils core cmd commands cmdline internal impl api jvm ui java"
                    + " kotlin scala bin standalone software project common base apps " + COMMON;

    private MainClassName() {}

    static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /** Whether a jar or title of that name could be anything. */
    static boolean saysNothing(String name) {
        return name.isEmpty() || name.contains("${") || ENTRIES.contains(' ' + lower(name) + ' ');
    }

    /**
     * The name of a program by its main class alone.
     *
     * @param isOneOfMany whether its jar is known to have another program as well
     * @return null when it says nothing
     */
    static @Nullable String ofClass(String mainClass, boolean isOneOfMany) {
        String simple = simple(mainClass);
        String place = place(mainClass);
        if (saysNothing(simple)) {
            return place;
        }
        boolean common = isOneOfMany || COMMON.contains(' ' + lower(simple) + ' ');
        boolean related = place == null || lower(simple).contains(lower(place));
        return common && !related ? place + '-' + simple : simple;
    }

    /** The class's own name: of a nested one the inner, of Kotlin's file classes the file's. */
    static String simple(String mainClass) {
        String simple = mainClass.substring(Math.max(mainClass.lastIndexOf('.'), mainClass.lastIndexOf('$')) + 1);
        simple = simple.isEmpty() ? mainClass : simple;
        return simple.endsWith("Kt") && simple.length() > 2 ? simple.substring(0, simple.length() - 2) : simple;
    }

    /** The last part of the package that says something. */
    private static @Nullable String place(String mainClass) {
        int end = mainClass.lastIndexOf('.');
        while (end > 0) {
            int from = mainClass.lastIndexOf('.', end - 1) + 1;
            String part = mainClass.substring(from, end);
            boolean isDomain = from == 0 && part.length() <= 3 && mainClass.indexOf('.') < mainClass.lastIndexOf('.');
            boolean isVersion = part.length() > 1 && part.charAt(0) == 'v' && Character.isDigit(part.charAt(1));
            if (!isDomain && !isVersion && part.length() > 1 && !PLACES.contains(' ' + part + ' ')) {
                return part;
            }
            end = from - 1;
        }
        return null;
    }
}
