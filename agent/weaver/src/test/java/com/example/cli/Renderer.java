package com.example.cli;

/** Implemented at some depth. */
public interface Renderer {
    String render(String text);

    default String twice(String text) {
        return render(render(text));
    }

    interface Fancy extends Renderer {}

    abstract class Base implements Fancy {}

    final class Bold extends Base {
        @Override
        public String render(String text) {
            return "*" + text + "*";
        }
    }

    static String bold(String text) {
        return new Bold().twice(text);
    }
}
