package dev.perfagent.launch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.nio.ByteBuffer;
import java.security.AllPermission;
import java.security.Permission;
import java.security.PermissionCollection;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Loads core out of {@value #NESTED} in the agent's jar, which it reads as a whole: a class costs it a quarter of what the system
 * loader takes, and the application sees nothing of it. Only the JDK and {@code dev.perfagent.launch} come from outside.
 */
public final class CoreLoader extends ClassLoader {
    private static final String NESTED = "perf-agent-core.jar";
    private static final String OURS = "dev.perfagent.";
    private static final String LAUNCH = "dev.perfagent.launch.";
    private static final String STARTER = "dev.perfagent.agent.Startup";

    private static final String CLASS = ".class";

    private static final int FIRST_WITHOUT_MANAGERS = 24;

    static {
        registerAsParallelCapable();
    }

    /** Of all classes that our loaders define. */
    static final ProtectionDomain DOMAIN = domain();

    /** Nearly every class of core fits into it. */
    private static final int BUFFER_BYTES = 16 * 1024;

    private final NestedJar jar;
    private byte @Nullable [] buffer;
    private @Nullable BiConsumer<AgentOptions, Instrumentation> starter;

    /** Of that jar of the agent, which is not read again later. */
    public CoreLoader(File agentJar) throws IOException {
        super("perf-agent-core", ClassLoader.getPlatformClassLoader());
        this.jar = NestedJar.open(agentJar, NESTED);
    }

    /**
     * Called by the static initialiser of the class that starts the agent, because reflection would cost a start 1 to 3 ms.
     *
     * @param newStarter throws only what a security manager denies
     */
    public void register(BiConsumer<AgentOptions, Instrumentation> newStarter) {
        starter = newStarter;
    }

    BiConsumer<AgentOptions, Instrumentation> starter() throws ClassNotFoundException {
        Class.forName(STARTER, true, this);
        if (starter == null) {
            throw new ClassNotFoundException(STARTER + " did not register");
        }
        return starter;
    }

    /**
     * Defines a class of core that is not in the jar as it is.
     *
     * @param name with dots
     * @throws LinkageError when it has been loaded already
     */
    public Class<?> define(String name, byte[] bytes) {
        return defineClass(name, bytes, 0, bytes.length, DOMAIN);
    }

    /** Names of all classes of core, with dots. */
    public List<String> classNames() {
        List<String> names = new ArrayList<>();
        for (String entry : jar.names()) {
            if (entry.endsWith(CLASS)) {
                names.add(entry.substring(0, entry.length() - CLASS.length()).replace('/', '.'));
            }
        }
        return names;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return loadForeign(name);
        }
        if (name.startsWith(LAUNCH)) {
            return Class.forName(name, false, CoreLoader.class.getClassLoader());
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    /** Most of these are in the boot loader. Asking it first saves asking two other loaders, each with a lock and a table. */
    @SuppressWarnings("removal") // it is null where there are none any more
    private Class<?> loadForeign(String name) throws ClassNotFoundException {
        if ((name.startsWith("java.lang.") || name.startsWith("java.util.") || name.startsWith("java.io."))
                && System.getSecurityManager() == null) {
            try {
                return Class.forName(name, false, null);
            } catch (ClassNotFoundException elsewhere) {
                return super.loadClass(name, false);
            }
        }
        return super.loadClass(name, false);
    }

    /**
     * What a security policy at the start grants to the agent's jar. Without one we may do anything, and still may when the
     * application sets a manager of its own: it would know nothing of us, and no run would be recorded. Then it does not say
     * where our classes come from: the JDK would make a text of that, and look for certificates, for each class.
     */
    @SuppressWarnings("removal") // it is null where there are none any more
    private static ProtectionDomain domain() {
        if (System.getSecurityManager() != null) {
            return CoreLoader.class.getProtectionDomain();
        }
        return new ProtectionDomain(null, Runtime.version().feature() >= FIRST_WITHOUT_MANAGERS ? null : everything());
    }

    private static PermissionCollection everything() {
        AllPermission all = new AllPermission();
        PermissionCollection granted = all.newPermissionCollection();
        // The cast keeps the verifier from loading both classes where there are no managers any more.
        granted.add(Permission.class.cast(all));
        return granted;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] taken = takeBuffer();
        try {
            ByteBuffer content = jar.content(name.replace('.', '/').concat(CLASS), taken);
            if (content == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, content, DOMAIN);
        } catch (IOException damaged) {
            throw new ClassNotFoundException(name, damaged);
        } finally {
            giveBuffer(taken);
        }
    }

    /** One for each class that is being loaded, because a class may need its superclass meanwhile; most are used many times. */
    private byte[] takeBuffer() {
        synchronized (jar) {
            byte[] taken = buffer;
            buffer = null;
            return taken == null ? new byte[BUFFER_BYTES] : taken;
        }
    }

    private void giveBuffer(byte[] given) {
        synchronized (jar) {
            buffer = given;
        }
    }

    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        InputStream own = jar.stream(name);
        return own == null ? super.getResourceAsStream(name) : own;
    }
}
