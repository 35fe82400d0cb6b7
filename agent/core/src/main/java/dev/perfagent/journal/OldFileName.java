package dev.perfagent.journal;

/** How agents before this one named files: all but letters, digits, dots, hyphens and underscores became an underscore. */
final class OldFileName {
    private static final int MOST_CHARS = 100;

    private OldFileName() {}

    /** The file's name, which other names may have had, too. */
    static String of(String name) {
        StringBuilder safe = new StringBuilder(name.length());
        for (int i = 0; i < name.length() && i < MOST_CHARS; i++) {
            char c = name.charAt(i);
            boolean plain =
                    c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_';
            safe.append(plain || c == '.' && i > 0 ? c : '_');
        }
        return safe.length() == 0 ? "_" : safe.toString();
    }

    /**
     * A path below the home, where nothing but blanks was replaced, so that hardly another name can be meant; else the path
     * itself.
     */
    static String ofBlanks(String path) {
        return path.indexOf(Home.HASHED) < 0 ? path.replace(Home.BLANK, '_') : path;
    }
}
