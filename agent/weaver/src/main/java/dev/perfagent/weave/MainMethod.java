package dev.perfagent.weave;

import dev.perfagent.probe.Probe;
import dev.perfagent.probe.jvm.MainProbe;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * Finds the main method as the launcher will: {@code main(String[])} before {@code main()}, declared or inherited, static or
 * not, never private (JEP 512). Before JDK 21 it has to be public and static. The class files are read ahead, because a plan
 * has to know which classes to watch before the first of them is loaded.
 */
final class MainMethod {
    private static final String WITH_ARGUMENTS = "([Ljava/lang/String;)V";
    private static final String WITHOUT_ARGUMENTS = "()V";
    private static final int FIRST_WITH_INSTANCE_MAIN = 21;

    /** More superclasses and interfaces than any real main class has. */
    private static final int MOST_TYPES = 100;

    private MainMethod() {}

    /** A class or interface that may have the main method. */
    private record Type(String name, ClassShape shape, boolean isInterface) {}

    /**
     * The probe for the main method of that class.
     *
     * @param mainClass internal name
     */
    static Probe probe(String mainClass) {
        List<Type> types = types(mainClass);
        List<String> classes = new ArrayList<>();
        for (Type type : types) {
            if (!type.isInterface() || type.name().equals(mainClass)) {
                classes.add(type.name());
            }
        }
        int feature = Runtime.version().feature();
        Type strict = feature < FIRST_WITH_INSTANCE_MAIN
                ? owner(types, WITH_ARGUMENTS, Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC)
                : null;
        Type withArguments = strict == null ? owner(types, WITH_ARGUMENTS, 0) : strict;
        if (withArguments != null) {
            return MainProbe.of(withArguments.name(), true, isStatic(withArguments, WITH_ARGUMENTS), classes);
        }
        Type without = owner(types, WITHOUT_ARGUMENTS, 0);
        return without == null
                ? MainProbe.unread(mainClass)
                : MainProbe.of(without.name(), false, isStatic(without, WITHOUT_ARGUMENTS), classes);
    }

    private static boolean isStatic(Type type, String descriptor) {
        for (MethodShape method : type.shape().methods()) {
            if (method.name().equals("main") && method.descriptor().equals(descriptor)) {
                return method.is(Opcodes.ACC_STATIC);
            }
        }
        return true;
    }

    private static @Nullable Type owner(List<Type> types, String descriptor, int flags) {
        for (Type type : types) {
            // Not equals(): the first comparison of two records costs a start 50 ms.
            boolean inheritsStatic = type.name().equals(types.get(0).name()) || !type.isInterface();
            for (MethodShape method : type.shape().methods()) {
                if (method.name().equals("main")
                        && method.descriptor().equals(descriptor)
                        && method.hasCode()
                        && !method.is(Opcodes.ACC_PRIVATE)
                        && (method.access() & flags) == flags
                        && (inheritsStatic || !method.is(Opcodes.ACC_STATIC))) {
                    return type;
                }
            }
        }
        return null;
    }

    /** The class, its superclasses, and then all their interfaces; those that cannot be read are left out. */
    private static List<Type> types(String mainClass) {
        List<Type> types = new ArrayList<>();
        List<String> interfaces = new ArrayList<>();
        for (String name = mainClass; name != null && types.size() < MOST_TYPES; ) {
            ClassReader reader = isOfJava(name) ? null : read(name);
            name = reader == null ? null : add(types, reader, interfaces);
        }
        for (int i = 0; i < interfaces.size() && types.size() < MOST_TYPES; i++) {
            ClassReader reader = isOfJava(interfaces.get(i)) ? null : read(interfaces.get(i));
            if (reader != null) {
                add(types, reader, interfaces);
            }
        }
        return types;
    }

    private static @Nullable String add(List<Type> types, ClassReader reader, List<String> interfaces) {
        types.add(new Type(
                reader.getClassName(), ClassShape.of(reader), (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0));
        for (String name : reader.getInterfaces()) {
            if (!interfaces.contains(name)) {
                interfaces.add(name);
            }
        }
        return reader.getSuperName();
    }

    /** The JDK's own base classes have no main method. */
    private static boolean isOfJava(String name) {
        return name.startsWith("java/");
    }

    private static @Nullable ClassReader read(String name) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name.concat(".class"))) {
            return in == null ? null : new ClassReader(ClassFile.readable(in.readAllBytes()));
        } catch (IOException | RuntimeException unreadable) {
            return null; // the launcher will say so
        }
    }
}
