package org.example.client;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waits as an application does that has only a future. */
final class Futures {
    private Futures() {}

    /** The future's result. Whoever is interrupted meanwhile cancels it. */
    static <T> T await(Future<T> future) throws Exception {
        try {
            return future.get();
        } catch (InterruptedException givenUp) {
            future.cancel(true);
            throw givenUp;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
