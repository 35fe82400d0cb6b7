package org.example;

import java.io.FileDescriptor;
import java.io.PrintStream;
import java.net.ProxySelector;
import java.nio.charset.Charset;
import java.security.Security;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.LogManager;

/** Tells what of the JVM's state an application can see and an agent could have changed. */
public final class Surroundings {
    private Surroundings() {}

    /** See the class. */
    public static void main(String[] arguments) {
        Map<String, String> properties = new TreeMap<>();
        System.getProperties().forEach((name, value) -> properties.put(name.toString(), value.toString()));
        properties.forEach((name, value) -> System.out.println("property " + name + "=" + value.replace("\n", "\\n")));
        System.out.println("locale " + Locale.getDefault() + " " + Locale.getDefault(Locale.Category.FORMAT));
        System.out.println("zone " + TimeZone.getDefault().getID());
        System.out.println("charset " + Charset.defaultCharset());
        System.out.println("standard streams " + kind(System.out) + kind(System.err) + System.in.getClass());
        System.out.println("descriptors " + FileDescriptor.out.valid() + FileDescriptor.err.valid());
        System.out.println("security manager property " + Security.getProperty("policy.provider"));
        for (var provider : Security.getProviders()) {
            System.out.println("provider " + provider.getName());
        }
        System.out.println("context loader "
                + Thread.currentThread().getContextClassLoader().getClass().getName());
        System.out.println("uncaught " + Thread.getDefaultUncaughtExceptionHandler());
        System.out.println("proxy " + ProxySelector.getDefault().getClass().getName());
        System.out.println("interrupted " + Thread.currentThread().isInterrupted());
        System.out.println("priority " + Thread.currentThread().getPriority());
        System.out.println("assertions " + Surroundings.class.desiredAssertionStatus());
        // The first to ask for the log manager chooses it: this fails in its own way when somebody was earlier.
        System.setProperty("java.util.logging.manager", OwnLogManager.class.getName());
        System.out.println(
                "log manager " + LogManager.getLogManager().getClass().getName());
        for (Thread thread : names()) {
            System.out.println("thread " + thread.getName() + (thread.isDaemon() ? " daemon" : ""));
        }
    }

    private static Set<Thread> names() {
        TreeSet<Thread> threads = new TreeSet<>((left, right) -> left.getName().compareTo(right.getName()));
        threads.addAll(Thread.getAllStackTraces().keySet());
        return threads;
    }

    private static String kind(PrintStream stream) {
        return stream.getClass().getName() + " ";
    }

    /** The application's own. */
    public static final class OwnLogManager extends LogManager {}
}
