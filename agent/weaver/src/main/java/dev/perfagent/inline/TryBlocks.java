package dev.perfagent.inline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** The exception handlers of advice. They come behind the method's own, which are asked first. */
final class TryBlocks {
    private record Block(
            Label start, Label end, Label handler, @Nullable String type) {}

    private final List<Block> blocks = new ArrayList<>();

    void add(Label start, Label end, Label handler, @Nullable String type) {
        blocks.add(new Block(start, end, handler, type));
    }

    void visit(MethodVisitor code) {
        for (Block each : blocks) {
            code.visitTryCatchBlock(each.start(), each.end(), each.handler(), each.type());
        }
    }
}
