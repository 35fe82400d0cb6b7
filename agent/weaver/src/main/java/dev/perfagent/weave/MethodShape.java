package dev.perfagent.weave;

import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * A method as its class file declares it.
 *
 * @param annotations internal names of the annotation types; mutable while the class is being read
 */
record MethodShape(int access, String name, String descriptor, List<String> annotations) {
    /** What distinguishes the method from all others of its class: its name and descriptor. */
    String key() {
        return name.concat(descriptor);
    }

    boolean is(int flags) {
        return (access & flags) != 0;
    }

    boolean hasCode() {
        return !is(Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE);
    }

    /** Whether it returns before its work ends, and what it returns says when that is. */
    boolean returnsFuture() {
        String type = returnType();
        return type.equals("Ljava/util/concurrent/CompletionStage;")
                || type.equals("Ljava/util/concurrent/ForkJoinTask;")
                || type.equals("Ljava/util/concurrent/FutureTask;")
                || type.startsWith("Ljava/util/concurrent/") && type.endsWith("Future;")
                || type.endsWith("/ListenableFuture;"); // Guava's, also relocated
    }

    /** Whether what it returns does its work when somebody subscribes. */
    boolean returnsPublisher() {
        String type = returnType();
        return type.startsWith("Lreactor/core/") && (type.endsWith("Mono;") || type.endsWith("Flux;"))
                || type.equals("Lreactor/core/CorePublisher;")
                || type.equals("Lorg/reactivestreams/Publisher;")
                || type.equals("Ljava/util/concurrent/Flow$Publisher;");
    }

    private String returnType() {
        return descriptor.substring(descriptor.indexOf(')') + 1);
    }

    /** Whether it is a function of Kotlin that may wait without a thread, and is entered again to go on. */
    boolean isSuspending() {
        return descriptor.endsWith("Lkotlin/coroutines/Continuation;)Ljava/lang/Object;");
    }

    /** Whether the compiler made the method of the body of a lambda. */
    boolean isLambdaBody() {
        return is(Opcodes.ACC_SYNTHETIC) && name.contains("lambda$");
    }

    /** Also of a class, in which case it is its static initialiser. */
    boolean isConstructor() {
        return name.charAt(0) == '<';
    }
}
