package com.example.ghpm.demo;

/**
 * An answer that the API gives instead of the real one, the way GitHub turns a client away that calls too often.
 *
 * @param status 403 or 429; GitHub uses both for its secondary limits
 * @param retryAfterSeconds what the {@code retry-after} header says
 */
public record Fault(int status, int retryAfterSeconds) {
    public Fault {
        if (status != 403 && status != 429) {
            throw new IllegalArgumentException("a secondary limit is 403 or 429, not " + status);
        }
        if (retryAfterSeconds < 0) {
            throw new IllegalArgumentException("retry-after below 0: " + retryAfterSeconds);
        }
    }
}
