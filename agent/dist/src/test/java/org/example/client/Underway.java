package org.example.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How the request that a thread is sending can be given up, where interrupting the thread does not do it. */
final class Underway {
    private final Map<Thread, Runnable> requests = new ConcurrentHashMap<>();

    /** The running thread sends a request, which that gives up. */
    void request(Runnable givesUp) {
        requests.put(Thread.currentThread(), givesUp);
    }

    void cancel(Thread sending) {
        Runnable request = requests.get(sending);
        if (request != null) {
            request.run();
        }
    }
}
