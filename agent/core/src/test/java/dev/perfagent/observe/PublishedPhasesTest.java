package dev.perfagent.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.hook.Site;
import dev.perfagent.run.Phase;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Phases whose methods return what does its work when somebody subscribes. */
final class PublishedPhasesTest {
    private final RecordingSession session =
            new RecordingSession(RecordingSession.phase("fetch"), RecordingSession.phase("other"));
    private final Object publisher = new Object();

    @Test
    void theTimeBeforeSomebodySubscribesDoesNotCount() {
        returned(0);
        session.clock.advanceMillis(1000);
        Runnable work = subscribe();
        session.clock.advanceMillis(30);
        work.run();
        session.clock.advanceMillis(100);
        work.run(); // the end of a Mono comes after its value

        assertPhase("fetch", 1, 35);
    }

    @Test
    void aValueIsAnEndToo() {
        returned(0);
        Runnable work = subscribe();
        session.clock.advanceMillis(30);
        @SuppressWarnings("unchecked")
        Consumer<Object> consumer = (Consumer<Object>) work;
        consumer.accept("value");
        session.clock.advanceMillis(100);

        assertPhase("fetch", 1, 35);
    }

    @Test
    void eachFurtherSubscriptionIsAnEntry() {
        returned(0);
        for (int i = 0; i < 3; i++) {
            Runnable work = subscribe();
            session.clock.advanceMillis(10);
            work.run();
        }

        assertPhase("fetch", 3, 35);
    }

    @Test
    void whatNobodySubscribesToEndsWithTheMethod() {
        returned(0);
        session.clock.advanceMillis(30);

        assertPhase("fetch", 1, 5);
    }

    @Test
    void whatGoesOnAtTheEndCountsUpToIt() {
        returned(0);
        subscribe();
        session.clock.advanceMillis(30);

        assertPhase("fetch", 1, 35);
    }

    @Test
    void severalRulesMayHaveReturnedIt() {
        returned(0);
        returned(1);
        returned(1);
        Runnable work = subscribe();
        session.clock.advanceMillis(30);
        work.run();

        assertPhase("fetch", 1, 35);
        assertPhase("other", 2, 40);
    }

    @Test
    void workForTheCallerEndsWhenItIsLeft() {
        returned(0);
        Object token = enter(Site.PUBLISHER_CALLED, publisher, null);
        session.clock.advanceMillis(30);
        session.exit(Site.PUBLISHER_CALLED.number(), token);
        session.clock.advanceMillis(100);

        assertPhase("fetch", 1, 35);
    }

    @Test
    void aSubscriberThatIsObservedIsAwaited() {
        Object subscriber = new Object();
        Object subscription = new Object();
        returned(0);
        enter(Site.SUBSCRIBER_GIVEN, publisher, subscriber);
        session.clock.advanceMillis(10);
        enter(Site.SUBSCRIPTION_BEGUN, subscriber, subscription);
        session.clock.advanceMillis(20);
        enter(Site.SUBSCRIPTION_OVER, subscription, null);
        session.clock.advanceMillis(100);
        enter(Site.SUBSCRIPTION_OVER, subscriber, null);

        assertPhase("fetch", 1, 35);
    }

    @Test
    void oneThatIsNotObservedIsNot() {
        returned(0);
        enter(Site.SUBSCRIBER_GIVEN, publisher, new Object());
        session.clock.advanceMillis(10);

        assertPhase("fetch", 1, 5);
    }

    @Test
    void whatNoRuleReturnedIsNobodys() {
        assertThat(enter(Site.PUBLISHER_SUBSCRIBED, new Object(), null)).isNull();
        returned(0);
        assertThat(enter(Site.PUBLISHER_SUBSCRIBED, new Object(), null)).isNull();
    }

    private @Nullable Object enter(Site site, Object self, @Nullable Object argument) {
        return session.recorder.entered(site.number(), self, argument);
    }

    private Runnable subscribe() {
        Object work = enter(Site.PUBLISHER_SUBSCRIBED, publisher, null);
        assertThat(work).isInstanceOf(Runnable.class);
        return (Runnable) Objects.requireNonNull(work);
    }

    /** A method that works for 5 ms and then returns the publisher. */
    private void returned(int rule) {
        Object token = session.enter(Site.ofRule(rule));
        session.clock.advanceMillis(5);
        session.recorder.exited(Site.ofRule(rule), token, new Object[] {publisher}, null);
    }

    private void assertPhase(String name, long count, double ms) {
        if (session.runs.isEmpty()) {
            session.end();
        }
        assertThat(session.failures).isEmpty();
        for (Phase phase : session.runs.get(0).duration().phases()) {
            if (phase.name().equals(name)) {
                assertThat(phase.count()).isEqualTo(count);
                assertThat(phase.ms()).isEqualTo(ms);
                return;
            }
        }
        throw new AssertionError(name);
    }
}
