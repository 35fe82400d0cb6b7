package dev.perfagent.inline;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.commons.Remapper;

/** Advice that is ready to be inlined: its class file was read, and it is known what each parameter stands for. */
public final class BoundAdvice {
    private final ClassReader file;
    private final Remapper names;
    private final @Nullable AdviceMethod enter;
    private final @Nullable AdviceMethod exit;

    private BoundAdvice(ClassReader file, Remapper names, @Nullable AdviceMethod enter, @Nullable AdviceMethod exit) {
        this.file = file;
        this.names = names;
        this.enter = enter;
        this.exit = exit;
    }

    /**
     * The advice of that class file.
     *
     * @param names what the types that it names are called in the application
     * @param others what parameters stand for that have no annotation of {@link Advice}, by the descriptor of the one they have
     * @throws IllegalStateException when a parameter has no known annotation
     */
    public static BoundAdvice of(byte[] classFile, Remapper names, Map<String, Binding> others) {
        ClassReader file = new ClassReader(classFile);
        AdviceReader reader = new AdviceReader(others);
        file.accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new BoundAdvice(file, names, reader.enter(), reader.exit());
    }

    ClassReader file() {
        return file;
    }

    Remapper names() {
        return names;
    }

    @Nullable
    AdviceMethod enter() {
        return enter;
    }

    @Nullable
    AdviceMethod exit() {
        return exit;
    }
}
