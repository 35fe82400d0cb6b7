package dev.perfagent.dist;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;

/** What the runs of the sample prove. It is one class, because tests of one class share a process, and these share the runs. */
final class GhpmIT {
    @Nested
    @DisplayName("what the sample prints")
    final class Output extends GhpmOutput {}

    @Nested
    @DisplayName("what is recorded of the sample")
    final class Recorded extends GhpmRecord {}

    @Nested
    @DisplayName("the alerts of the sample")
    final class Alerts extends GhpmAlerts {}
}
