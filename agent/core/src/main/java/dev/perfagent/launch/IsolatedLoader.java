package dev.perfagent.launch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads what lies in {@value #NESTED} in the agent's jar: config, weaver, tool and their libraries, under their own names yet
 * invisible to the application, whose own copies of the same libraries are invisible from here in turn. Core comes from its own
 * loader, the JDK from the platform loader, and nothing else from outside.
 */
public final class IsolatedLoader extends ClassLoader {
    private static final String NESTED = "perf-agent-isolated.jar";
    private static final String OURS = "dev.perfagent.";

    static {
        registerAsParallelCapable();
    }

    private final NestedJar jar;
    private final ClassLoader core;

    /**
     * Over that part of the agent's jar.
     *
     * @param core the loader of the rest of our own classes
     */
    public IsolatedLoader(File agentJar, ClassLoader core) throws IOException {
        super("perf-agent", ClassLoader.getPlatformClassLoader());
        this.core = core;
        this.jar = NestedJar.open(agentJar, NESTED);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            ByteBuffer content = content(name);
            if (content != null) {
                return defineClass(name, content, CoreLoader.DOMAIN);
            }
            return name.startsWith(OURS) ? Class.forName(name, false, core) : super.loadClass(name, resolve);
        }
    }

    private @Nullable ByteBuffer content(String className) throws ClassNotFoundException {
        try {
            return jar.content(className.replace('.', '/') + ".class");
        } catch (IOException damaged) {
            throw new ClassNotFoundException(className, damaged);
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
        if (!jar.contains(name)) {
            return null;
        }
        try {
            return new URL("perf-agent", "", -1, "/" + name, new Handler());
        } catch (MalformedURLException impossible) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL own = findResource(name);
        return own == null ? Collections.emptyEnumeration() : Collections.enumeration(List.of(own));
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        InputStream own = jar.stream(name);
        return own == null ? super.getResourceAsStream(name) : own;
    }

    /** Opens the URLs of this loader; no other URL has it. */
    private final class Handler extends URLStreamHandler {
        @Override
        protected URLConnection openConnection(URL url) {
            return new URLConnection(url) {
                @Override
                public void connect() {
                    connected = true;
                }

                @Override
                public InputStream getInputStream() throws IOException {
                    InputStream in = jar.stream(getURL().getPath().substring(1));
                    if (in == null) {
                        throw new IOException(getURL() + " is gone");
                    }
                    return in;
                }
            };
        }
    }
}
