package dev.perfagent.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.Operation;
import org.junit.jupiter.api.Test;

final class TotalsTest {
    @Test
    void operationsReportTheirRequests() {
        Totals totals = new Totals("issue_fetch", true);
        ThreadState thread = new ThreadState();
        Frame frame = thread.push(totals);
        frame.startNanos = 0;
        frame.startRequests = thread.requests;
        totals.entered(0);
        frame.endRequests = thread.requests + 3;
        frame.endNanos = 5_000_000;
        totals.exited(frame);

        assertThat(totals.operation(0)).isEqualTo(new Operation("issue_fetch", 1, 3, 5, 5));
    }
}
