package dev.perfagent.weave;

import dev.perfagent.weave.Wish.Hooked;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassTooLargeException;
import net.bytebuddy.jar.asm.MethodTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Weaves as much into a class as the limits of class files allow (JVMS 4.7.3: 65,535 bytes of code a method; 4.1: 65,535
 * constants). Of what does not fit, the innermost hook is left out first, and probes come before rules.
 */
final class LimitedEdit {
    private static final String METHOD_TOO_LARGE = "with the hook the method would exceed 64 KB, the JVM's limit";
    private static final String CLASS_TOO_LARGE =
            "with the hook the class would have more than 65,535 constants, the JVM's limit";

    private final @Nullable ClassLoader loader;
    private final String name;
    private final byte[] bytes;
    private final ClassReader reader;
    private final List<Hooked> hooks;

    /** @param hooks outermost first; those that do not fit get refused */
    LimitedEdit(@Nullable ClassLoader loader, String name, byte[] bytes, ClassReader reader, List<Hooked> hooks) {
        this.loader = loader;
        this.name = name;
        this.bytes = bytes;
        this.reader = reader;
        this.hooks = hooks;
    }

    /** The class file with what fits; null when nothing does. */
    byte @Nullable [] edit() {
        try {
            return withinMethods(hooks.size());
        } catch (ClassTooLargeException tooManyConstants) {
            return withinConstants();
        }
    }

    /** With the longest beginning of the hooks for which there are constants left, found by halving. */
    private byte @Nullable [] withinConstants() {
        byte[] best = null;
        int fits = 0;
        int exceeds = hooks.size();
        while (exceeds - fits > 1) {
            int count = (fits + exceeds) >>> 1;
            try {
                best = withinMethods(count);
                fits = count;
            } catch (ClassTooLargeException tooManyConstants) {
                exceeds = count;
            }
        }
        for (Hooked left : hooks.subList(fits, hooks.size())) {
            if (!left.isRefused()) {
                left.refuse(CLASS_TOO_LARGE);
            }
        }
        return best;
    }

    /** With the first hooks, except those for which their method has no room. */
    private byte @Nullable [] withinMethods(int count) {
        while (true) {
            Map<String, List<Advice>> advice = new LinkedHashMap<>();
            for (Hooked each : hooks.subList(0, count)) {
                if (!each.isRefused()) {
                    add(advice, each);
                }
            }
            if (advice.isEmpty()) {
                return null;
            }
            try {
                return BodyEditor.edit(loader, name, bytes, reader, advice);
            } catch (MethodTooLargeException tooLarge) {
                innermost(tooLarge, count).refuse(METHOD_TOO_LARGE);
            }
        }
    }

    private Hooked innermost(MethodTooLargeException tooLarge, int count) {
        String key = tooLarge.getMethodName().concat(tooLarge.getDescriptor());
        for (int i = count - 1; i >= 0; i--) {
            if (hooks.get(i).key().equals(key) && !hooks.get(i).isRefused()) {
                return hooks.get(i);
            }
        }
        throw tooLarge; // not by us
    }

    private static void add(Map<String, List<Advice>> all, Hooked hook) {
        List<Advice> ofMethod = all.get(hook.key());
        if (ofMethod == null) {
            ofMethod = new ArrayList<>(2);
            all.put(hook.key(), ofMethod);
        }
        ofMethod.add(hook.advice());
    }
}
