package dev.perfagent.weave;

import dev.perfagent.inline.BoundAdvice;
import dev.perfagent.inline.ClassEdit;
import dev.perfagent.inline.ClassFiles;
import dev.perfagent.weave.ClassHooks.HookedMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassTooLargeException;
import org.objectweb.asm.MethodTooLargeException;

/**
 * An edit of one class that keeps to the limits of class files: 65,535 bytes of code in a method (JVMS 4.7.3) and 65,535
 * constants (JVMS 4.1). Where not all hooks fit, the innermost is left out first. That leaves out rules before probes.
 */
final class SizeLimitedEdit {
    private static final String METHOD_TOO_LARGE = "with the hook the method would exceed 64 KB, the JVM's limit";
    private static final String CLASS_TOO_LARGE =
            "with the hook the class would have more than 65,535 constants, the JVM's limit";

    private final ClassReader reader;
    private final ClassFiles files;
    private final List<HookedMethod> hooks;

    /** @param hooks the outermost first; those that do not fit are refused */
    SizeLimitedEdit(ClassReader reader, ClassFiles files, List<HookedMethod> hooks) {
        this.reader = reader;
        this.files = files;
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

    /** The class file with as many hooks, from the first on, as there are constants for; found by halving. */
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
        for (HookedMethod left : hooks.subList(fits, hooks.size())) {
            if (!left.isRefused()) {
                left.refuse(CLASS_TOO_LARGE);
            }
        }
        return best;
    }

    /** The class file with the first hooks, without those that do not fit into their method. */
    private byte @Nullable [] withinMethods(int count) {
        while (true) {
            Map<String, List<BoundAdvice>> advice = new LinkedHashMap<>();
            for (HookedMethod each : hooks.subList(0, count)) {
                if (!each.isRefused()) {
                    add(advice, each);
                }
            }
            if (advice.isEmpty()) {
                return null;
            }
            try {
                return ClassEdit.edit(reader, files, advice);
            } catch (MethodTooLargeException tooLarge) {
                innermost(tooLarge, count).refuse(METHOD_TOO_LARGE);
            }
        }
    }

    private HookedMethod innermost(MethodTooLargeException tooLarge, int count) {
        String key = tooLarge.getMethodName().concat(tooLarge.getDescriptor());
        for (int i = count - 1; i >= 0; i--) {
            if (hooks.get(i).key().equals(key) && !hooks.get(i).isRefused()) {
                return hooks.get(i);
            }
        }
        throw tooLarge; // not by us
    }

    private static void add(Map<String, List<BoundAdvice>> all, HookedMethod hook) {
        List<BoundAdvice> ofMethod = all.get(hook.key());
        if (ofMethod == null) {
            ofMethod = new ArrayList<>(2);
            all.put(hook.key(), ofMethod);
        }
        ofMethod.add(hook.advice());
    }
}
