package dev.perfagent.agent;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads what lies under {@value #PREFIX} in the agent's jar: config, weaver, tool and their libraries, under their own names yet
 * invisible to the application, whose own copies of the same libraries are invisible from here in turn. Core comes from the
 * loader of this class, the JDK from the platform loader, and nothing else from outside.
 */
final class IsolatedLoader extends ClassLoader {
    private static final String PREFIX = "isolated/";
    private static final String OURS = "dev.perfagent.";

    static {
        registerAsParallelCapable();
    }

    private final ZipFile jar;
    private final String jarUrl;

    /** Over the agent's jar, which stays open: classes are asked for until the end. */
    IsolatedLoader(File jar) throws IOException {
        super("perf-agent", ClassLoader.getPlatformClassLoader());
        this.jar = new ZipFile(jar);
        this.jarUrl = "jar:" + jar.toURI() + "!/" + PREFIX;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            ZipEntry entry = jar.getEntry(PREFIX + name.replace('.', '/') + ".class");
            if (entry != null) {
                return define(name, entry);
            }
            return name.startsWith(OURS)
                    ? Class.forName(name, false, getClass().getClassLoader())
                    : super.loadClass(name, resolve);
        }
    }

    private Class<?> define(String name, ZipEntry entry) throws ClassNotFoundException {
        try (InputStream in = jar.getInputStream(entry)) {
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new ClassNotFoundException(name, unreadable);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        throw new ClassNotFoundException(name);
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    @Override
    protected @Nullable URL findResource(String name) {
        if (jar.getEntry(PREFIX + name) == null) {
            return null;
        }
        try {
            return new URL(jarUrl + name);
        } catch (MalformedURLException impossible) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL own = findResource(name);
        return own == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(own));
    }

    /** Past URLs, whose jar handler would cache the agent's jar for the application too. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        ZipEntry entry = jar.getEntry(PREFIX + name);
        try {
            return entry == null ? super.getResourceAsStream(name) : jar.getInputStream(entry);
        } catch (IOException unreadable) {
            return null;
        }
    }
}
