package dev.perfagent.export.push;

import java.util.List;

/**
 * What came of a push.
 *
 * @param sent how many runs the service took now, in whole or in part
 * @param before how many it had taken already
 * @param requests how many requests that took
 * @param refused how many runs it did not take and will be tried again
 * @param notes what the service said of what it took, without keys
 */
public record PushResult(int sent, int before, int requests, int refused, List<String> notes) {
    public PushResult {
        notes = List.copyOf(notes);
    }
}
