package dev.perfagent.inline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.SimpleRemapper;

/** Classes with advice in their methods, which the JVM has verified. */
final class Inlined {
    private Inlined() {}

    /** A copy of the class in which the methods of that name have the advice, the outermost first. */
    static Class<?> copy(Class<?> type, String method, Class<?>... advice) throws ClassNotFoundException {
        return define(type.getName(), edit(file(type.getName()), method, advice));
    }

    /** The class file with the advice in all methods of that name. */
    static byte[] edit(byte[] original, String method, Class<?>... advice) {
        List<BoundAdvice> bound = new ArrayList<>();
        for (Class<?> each : advice) {
            bound.add(advice(each));
        }
        Map<String, List<BoundAdvice>> all = new HashMap<>();
        for (String key : methods(original)) {
            if (key.startsWith(method + "(")) {
                all.put(key, bound);
            }
        }
        return ClassEdit.edit(new ClassReader(original), Inlined::find, all);
    }

    /** The advice of that class, ready to be inlined. */
    static BoundAdvice advice(Class<?> type) {
        return BoundAdvice.of(file(type.getName()), new SimpleRemapper(Opcodes.ASM9, Map.of()), Map.of());
    }

    /** Defines it with a loader of its own, which asks the tests' loader for all else, and lets the JVM verify it. */
    static Class<?> define(String name, byte[] bytes) throws ClassNotFoundException {
        ClassLoader loader = new ClassLoader(Inlined.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
                if (!wanted.equals(name)) {
                    return super.loadClass(wanted, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? defineClass(name, bytes, 0, bytes.length) : loaded;
            }
        };
        return Class.forName(name, true, loader);
    }

    /** Name and descriptor of each method with code. */
    static List<String> methods(byte[] classFile) {
        List<String> found = new ArrayList<>();
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public @Nullable MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0) {
                                    found.add(name + descriptor);
                                }
                                return null;
                            }
                        },
                        ClassReader.SKIP_CODE);
        return found;
    }

    static byte[] file(String className) {
        byte[] file = find(className.replace('.', '/'));
        if (file == null) {
            throw new IllegalArgumentException(className);
        }
        return file;
    }

    static byte @Nullable [] find(String internalName) {
        try (InputStream in = Inlined.class.getClassLoader().getResourceAsStream(internalName + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
