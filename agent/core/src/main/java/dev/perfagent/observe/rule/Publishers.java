package dev.perfagent.observe.rule;

import dev.perfagent.record.Clock;
import dev.perfagent.record.Executions;
import dev.perfagent.record.Totals;
import org.jspecify.annotations.Nullable;

/**
 * Publishers that measured methods returned. Their work begins when somebody subscribes, which may be never or several times:
 * the first time after a call of the method it is part of that entry, and after that an entry of its own. Decision 173.
 */
public final class Publishers {
    private final Executions executions;
    private final Clock clock;
    private final WeakIdentities<Returned> returned = new WeakIdentities<>();
    private final WeakIdentities<Given> given = new WeakIdentities<>();
    private final WeakIdentities<PublishedWork> open = new WeakIdentities<>();

    /** That one publisher was returned. Several rules may be about its method. */
    private static final class Returned {
        private final int rule;
        private final @Nullable Returned next;

        /** Where the call of the method is counted, until its publisher is subscribed to. */
        private @Nullable Totals counted;

        private Returned(int rule, @Nullable Totals counted, @Nullable Returned next) {
            this.rule = rule;
            this.counted = counted;
            this.next = next;
        }
    }

    /** A subscriber that has not got its subscription yet. */
    private record Given(Returned publisher, long nanos) {}

    Publishers(Executions executions, Clock clock) {
        this.executions = executions;
        this.clock = clock;
    }

    /**
     * A method is left with a publisher.
     *
     * @param rule that is about the method, by its index
     * @param counted where the call of the method is counted
     */
    void returned(Object publisher, int rule, Totals counted) {
        Returned others = null;
        for (Returned each = returned.get(publisher); each != null; each = each.next) {
            if (each.rule != rule) {
                others = new Returned(each.rule, each.counted, others);
            }
        }
        returned.put(publisher, new Returned(rule, counted, others));
    }

    /** Somebody subscribes: the work begins; null when it is nobody's. */
    @Nullable
    PublishedWork begins(Object publisher) {
        Returned first = returned.get(publisher);
        return first == null ? null : begins(first, clock.nanos());
    }

    private synchronized @Nullable PublishedWork begins(Returned first, long nanos) {
        PublishedWork work = null;
        for (Returned each = first; each != null; each = each.next) {
            Totals totals = executions.current().totals(each.rule);
            work = new PublishedWork(totals, totals == each.counted, clock, nanos, work);
            each.counted = null;
        }
        return work;
    }

    /** Somebody subscribes by that, which may not be observed: then its work has no end, and does not begin. */
    void gives(Object publisher, Object subscriber) {
        Returned first = returned.get(publisher);
        if (first != null) {
            given.put(subscriber, new Given(first, clock.nanos()));
        }
    }

    /** The subscriber is observed, and gets its subscription. */
    void begun(Object subscriber, Object subscription) {
        Given waiting = given.remove(subscriber);
        if (waiting != null) {
            PublishedWork work = begins(waiting.publisher, waiting.nanos);
            if (work != null) {
                open.put(subscriber, work);
                open.put(subscription, work);
            }
        }
    }

    /** No more comes for that subscriber or subscription. */
    void over(Object either) {
        PublishedWork work = open.remove(either);
        if (work != null) {
            work.run();
        }
    }
}
