package org.example.client;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One way to send requests by one library. Classes have a constructor that gets the time, as a {@link java.time.Duration}, for
 * which a client waits for an answer. They follow redirects, and leave everything else as it is by default.
 */
public interface Client extends AutoCloseable {
    /**
     * Sends a request and reads its whole answer.
     *
     * @param body what to send; null for none
     * @return the answer's status
     */
    int send(String method, String address, byte @Nullable [] body) throws Exception;

    /** Gives up the request that a thread is sending. */
    default void cancel(Thread sending) {
        sending.interrupt();
    }

    @Override
    default void close() throws IOException {}
}
