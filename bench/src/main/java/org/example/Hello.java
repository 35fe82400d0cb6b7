package org.example;

import picocli.CommandLine;

/** A hello-size picocli CLI. Outside the project's packages, for the agent leaves its own classes alone. */
@CommandLine.Command(name = "hello", mixinStandardHelpOptions = true)
public final class Hello implements Runnable {
    @CommandLine.Option(names = "--name", description = "Whom to greet.")
    private String name = "world";

    /** Says hello. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Hello()).execute(arguments));
    }

    @Override
    public void run() {
        System.out.println("hello " + name);
    }
}
