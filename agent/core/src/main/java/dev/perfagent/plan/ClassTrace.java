package dev.perfagent.plan;

/** Recognises a class by its content where its name says nothing: one of its constants begins with a certain text. */
public final class ClassTrace {
    /** With which a trace begins among the patterns of names, see {@link Weaver#watched}. */
    public static final char MARK = '=';

    private static final int FIRST_CONSTANT = 10;
    private static final int TEXT = 1;

    private ClassTrace() {}

    /**
     * Whether a text among the constants of the class file begins with that.
     *
     * @param beginning in ASCII
     */
    public static boolean isIn(byte[] classFile, String beginning) {
        int count = number(classFile, FIRST_CONSTANT - 2);
        int at = FIRST_CONSTANT;
        for (int i = 1; i < count && at < classFile.length; i++) {
            int tag = classFile[at];
            if (tag != TEXT) {
                at += size(tag);
                i += tag == 5 || tag == 6 ? 1 : 0; // a long or double takes two places
                continue;
            }
            int length = number(classFile, at + 1);
            at += 3;
            if (length >= beginning.length() && begins(classFile, at, beginning)) {
                return true;
            }
            at += length;
        }
        return false;
    }

    private static boolean begins(byte[] bytes, int start, String text) {
        if (start + text.length() > bytes.length) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] bytes, int at) {
        return at + 1 < bytes.length ? (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF : 0;
    }

    /** Of a constant with its tag; JVMS table 4.4-A. The file ends with an unknown one. */
    private static int size(int tag) {
        return switch (tag) {
            case 7, 8, 16, 19, 20 -> 3;
            case 15 -> 4;
            case 3, 4, 9, 10, 11, 12, 17, 18 -> 5;
            case 5, 6 -> 9;
            default -> Integer.MAX_VALUE / 2;
        };
    }
}
