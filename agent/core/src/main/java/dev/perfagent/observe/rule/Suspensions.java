package dev.perfagent.observe.rule;

import dev.perfagent.record.Frame;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls of suspending functions of Kotlin that are phases or operations, by what their caller goes on with. That is resumed when
 * the function has ended, on whatever thread, and maybe before the thread that called has left the function. Decision 163.
 */
public final class Suspensions {
    /** More are not kept in mind: one that is suspended then ends at once. */
    private static final int MOST = 10_000;

    private final IdentityHashMap<Object, Call> byCaller = new IdentityHashMap<>();

    /** One call. Several may have one caller, because the last call of a function is made in its caller's name. */
    static final class Call {
        /** Null for a call within one of the same rule, which counts once. */
        final @Nullable Frame frame;

        private final Object caller;
        private final Object rule;
        private @Nullable Call next;
        private @Nullable WorkEnd end;
        private boolean isKept;
        private boolean isOver;

        private Call(Object caller, Object rule, @Nullable Frame frame) {
            this.caller = caller;
            this.rule = rule;
            this.frame = frame;
        }
    }

    /** A function is entered. */
    synchronized Call entered(Object caller, Object rule, @Nullable Frame frame) {
        Call call = new Call(caller, rule, frame);
        if (byCaller.size() < MOST) {
            call.next = byCaller.put(caller, call);
            call.isKept = true;
        }
        return call;
    }

    /** Whether a call by that rule has that caller, and is not over. */
    synchronized boolean has(Object caller, Object rule) {
        for (Call each = byCaller.get(caller); each != null; each = each.next) {
            if (each.rule == rule) {
                return true;
            }
        }
        return false;
    }

    /** A function has returned its result, or thrown. */
    synchronized void left(Call call) {
        Call first = byCaller.get(call.caller);
        if (first == call) {
            if (call.next == null) {
                byCaller.remove(call.caller);
            } else {
                byCaller.put(call.caller, call.next);
            }
        }
        for (Call each = first; each != null; each = each.next) {
            if (each.next == call) {
                each.next = call.next;
            }
        }
    }

    /** A function is left before its work ends. */
    void suspended(Call call, WorkEnd end) {
        synchronized (this) {
            if (call.isKept && !call.isOver) {
                call.end = end;
                return;
            }
        }
        end.accept(null, null);
    }

    /** The caller goes on: what it called has ended. */
    void resumed(Object caller) {
        Call first;
        synchronized (this) {
            first = byCaller.isEmpty() ? null : byCaller.remove(caller);
            for (Call each = first; each != null; each = each.next) {
                each.isOver = true;
            }
        }
        for (Call each = first; each != null; each = each.next) {
            WorkEnd end = each.end;
            if (end != null) {
                end.accept(null, null);
            }
        }
    }
}
