package dev.perfagent.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * In which order the commands of a block run: at random, and so that after as many blocks as there are commands each of them
 * was once in each place. What the place does, such as a CPU that gets warm, is then the same for all.
 */
final class BlockOrder {
    private final Random random;
    private final List<Integer> order = new ArrayList<>();
    private final List<Integer> turns = new ArrayList<>();

    BlockOrder(int commands, Random random) {
        this.random = random;
        for (int i = 0; i < commands; i++) {
            order.add(i);
        }
    }

    /** The indexes of the commands, in the order of the next block. */
    List<Integer> next() {
        if (turns.isEmpty()) {
            Collections.shuffle(order, random);
            for (int i = 0; i < order.size(); i++) {
                turns.add(i);
            }
            Collections.shuffle(turns, random);
        }
        List<Integer> block = new ArrayList<>(order);
        Collections.rotate(block, turns.remove(turns.size() - 1));
        return block;
    }
}
