package dev.perfagent.weave;

import dev.perfagent.hook.Handoff;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.Remapper;

/** What the hand-off and the types of a library are called in an application, by what advice calls them. */
final class AdviceNames extends Remapper {
    private static final String HANDOFF = Handoff.class.getName().replace('.', '/');

    private final String handoff;
    private final String originalPackage;
    private final String actualPackage;

    /**
     * The names for one copy of a library.
     *
     * @param handoff internal name of the hand-off in the measured JVM
     * @param originalPackage the library's package against which the advice was compiled, such as {@code a/b/}; empty for none
     * @param actualPackage that package in the application
     */
    AdviceNames(String handoff, String originalPackage, String actualPackage) {
        super(Opcodes.ASM9);
        this.handoff = handoff;
        this.originalPackage = originalPackage;
        this.actualPackage = actualPackage;
    }

    @Override
    public String map(String name) {
        if (name.equals(HANDOFF)) {
            return handoff;
        }
        return !originalPackage.isEmpty() && name.startsWith(originalPackage)
                ? actualPackage.concat(name.substring(originalPackage.length()))
                : name;
    }
}
