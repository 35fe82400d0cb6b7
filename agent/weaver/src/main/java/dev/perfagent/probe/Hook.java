package dev.perfagent.probe;

import dev.perfagent.hook.Site;

/**
 * A method of a library, and the advice to inline into it.
 *
 * @param method the method's name
 * @param descriptor the method's descriptor, with the library's own package even where an application has relocated it
 * @param site what a call of the method is reported as
 * @param advice the class with the code to inline. It may use the JDK, the library and {@link dev.perfagent.hook.Handoff},
 *     because nothing else of the agent can be seen from the application. Its class file is read; it is never run itself
 * @param required whether every version has the method: a class without it is then reported as of an unknown version
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
