package dev.perfagent.hook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class HandoffTest {
    @Test
    void aHookThatFailsIsToldAndNotThrown() {
        List<Integer> failed = new ArrayList<>();
        HookReceiver.connect(new Hooks() {
            @Override
            public @Nullable Object entered(int site, @Nullable Object self, @Nullable Object argument) {
                throw new OutOfMemoryError("an error of the worst kind");
            }

            @Override
            public void exited(int site, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
                throw new IllegalStateException();
            }

            @Override
            public void failed(int site, Throwable failure) {
                failed.add(site);
                throw new OutOfMemoryError("even telling it fails");
            }
        });

        assertThat(Handoff.enter(17, null, null)).isNull();
        Handoff.exit(18, null, null, null);

        assertThat(failed).containsExactly(17, 18);
    }

    @Test
    void aStackThatRanOutInAHookIsNotTold() {
        List<Integer> failed = new ArrayList<>();
        HookReceiver.connect(new Hooks() {
            @Override
            public @Nullable Object entered(int site, @Nullable Object self, @Nullable Object argument) {
                throw new StackOverflowError();
            }

            @Override
            public void exited(int site, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
                throw new StackOverflowError();
            }

            @Override
            public void failed(int site, Throwable failure) {
                failed.add(site);
            }
        });

        assertThat(Handoff.enter(17, null, null)).isNull();
        Handoff.exit(18, null, null, null);

        assertThat(failed).isEmpty();
    }
}
