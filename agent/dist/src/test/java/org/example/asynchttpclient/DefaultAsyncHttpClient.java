package org.example.asynchttpclient;

/** A program that loads a class by whose name the client is found. */
public final class DefaultAsyncHttpClient {
    private DefaultAsyncHttpClient() {}

    public static void main(String[] arguments) {
        System.out.println("sent");
    }
}
