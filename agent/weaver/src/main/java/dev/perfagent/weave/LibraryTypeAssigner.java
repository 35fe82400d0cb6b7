package dev.perfagent.weave;

import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.implementation.bytecode.StackManipulation;
import net.bytebuddy.implementation.bytecode.assign.Assigner;
import net.bytebuddy.implementation.bytecode.assign.TypeCasting;
import net.bytebuddy.pool.TypePool;

/**
 * Hands a value of the application to a parameter of advice. Whether the one type is a kind of the other can be read from class
 * files, but those of a library are the application's, and the agent has none of them. Then the JVM checks it: the value is cast.
 */
enum LibraryTypeAssigner implements Assigner {
    INSTANCE;

    @Override
    public StackManipulation assign(TypeDescription.Generic source, TypeDescription.Generic target, Typing typing) {
        try {
            return DEFAULT.assign(source, target, typing);
        } catch (TypePool.Resolution.NoSuchTypeException ofTheApplication) {
            return TypeCasting.to(target);
        }
    }
}
