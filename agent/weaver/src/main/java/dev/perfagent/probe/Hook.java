package dev.perfagent.probe;

import dev.perfagent.hook.Site;

/**
 * A method to be woven, and with what.
 *
 * @param method its name
 * @param descriptor its descriptor, in the library's own package even where the application has relocated it
 * @param site what it is reported as
 * @param advice the class with the code to inline: JDK, library and {@link dev.perfagent.hook.Handoff} only, because nothing else
 *     of ours can be seen from where it goes; it is read as a class file and never run itself
 * @param required whether a class without the method is of a version that the probe does not know, which is then reported
 */
public record Hook(String method, String descriptor, Site site, Class<?> advice, boolean required) {
    /** A method that every known version has. */
    public static Hook of(String method, String descriptor, Site site, Class<?> advice) {
        return new Hook(method, descriptor, site, advice, true);
    }

    /** A method that only some versions or some classes have. */
    public static Hook ifPresent(String method, String descriptor, Site site, Class<?> advice) {
        return new Hook(method, descriptor, site, advice, false);
    }
}
