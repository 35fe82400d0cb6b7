package com.example.ghpm;

/** Where the program begins, and the only place that ends it. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        System.exit(Ghpm.commandLine(System.getenv()).execute(args));
    }
}
