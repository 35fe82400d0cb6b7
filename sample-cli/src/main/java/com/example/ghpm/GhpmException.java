package com.example.ghpm;

/** Something the user can do something about; the message is all they are shown. */
final class GhpmException extends RuntimeException {
    private static final long serialVersionUID = 1;

    GhpmException(String message) {
        super(message);
    }
}
