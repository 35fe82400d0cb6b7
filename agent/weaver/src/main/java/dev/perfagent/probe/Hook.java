package dev.perfagent.probe;

/**
 * A method to be woven, and with what.
 *
 * @param method its name
 * @param descriptor its descriptor, in the library's own package even where the application has relocated it
 * @param advice the class with the code to inline: JDK, library and {@link dev.perfagent.hook.Handoff} only, for nothing else
 *     of ours can be seen from where it goes; it is read as a class file and never run itself
 */
public record Hook(String method, String descriptor, Class<?> advice) {}
