package dev.perfagent.weave;

import dev.perfagent.plan.Weaver;
import dev.perfagent.settings.ObservedKinds;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Settings;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;

/** Defines its own woven copies of an application and of one library, which may be relocated on the way. */
public final class WeavingLoader extends ClassLoader {
    static final String HANDOFF = "dev/perfagent/hook/Handoff";

    private static final String APPLICATION = "com/example/";

    private final Weaver weaver;
    private final String from;
    private final String to;

    /** Weaves the application alone. */
    public WeavingLoader(Weaver weaver) {
        this(weaver, APPLICATION, APPLICATION);
    }

    /** Weaves a library too, as if the application's build had relocated its package. */
    public WeavingLoader(Weaver weaver, String from, String to) {
        super(WeavingLoader.class.getClassLoader());
        this.weaver = weaver;
        this.from = from;
        this.to = to;
    }

    public static Weaver weaver(@Nullable String mainClass, Rule... rules) {
        Settings settings = new Settings(
                null, null, List.of(rules), Set.of(), ObservedKinds.ALL, true, Settings.STANDARD_RETENTION_DAYS);
        return new ClassWeaver(settings, mainClass, false, HANDOFF);
    }

    /** Calls a static method of a woven class. */
    public @Nullable Object call(String className, String method, Object... arguments) throws Exception {
        for (Method each : loadClass(className).getDeclaredMethods()) {
            if (each.getName().equals(method) && each.getParameterCount() == arguments.length) {
                each.setAccessible(true);
                return each.invoke(null, arguments);
            }
        }
        throw new NoSuchMethodException(method);
    }

    private byte[] original(String internalName) throws ClassNotFoundException {
        String source = internalName.startsWith(to) ? from + internalName.substring(to.length()) : internalName;
        byte[] found = ClassFile.find(getParent(), source);
        if (found == null) {
            throw new ClassNotFoundException(internalName);
        }
        return from.equals(to) ? found : relocated(found);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        String internalName = name.replace('.', '/');
        if (!internalName.startsWith(to) && !internalName.startsWith(APPLICATION)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded == null) {
                byte[] original = original(internalName);
                byte[] woven = weaver.weave(this, internalName, original);
                byte[] bytes = woven == null ? original : woven;
                loaded = defineClass(name, bytes, 0, bytes.length);
            }
            return loaded;
        }
    }

    /** A library's texts are relocated with it. */
    @Override
    protected @Nullable URL findResource(String name) {
        return name.startsWith(to) ? getParent().getResource(from + name.substring(to.length())) : null;
    }

    private byte[] relocated(byte[] bytes) {
        ClassWriter writer = new ClassWriter(0);
        Remapper names = new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String name) {
                return name.startsWith(from) ? to + name.substring(from.length()) : name;
            }
        };
        new ClassReader(bytes).accept(new ClassRemapper(writer, names), 0);
        return writer.toByteArray();
    }
}
