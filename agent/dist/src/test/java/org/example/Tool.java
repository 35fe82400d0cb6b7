package org.example;

import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A tool made with picocli. Its first argument says how main ends: {@code exit}, {@code return}, or {@code shell} for many. */
@Command(name = "example-tool", subcommands = Tool.Remote.class)
public final class Tool {
    private Tool() {}

    /** See the class. */
    public static void main(String[] arguments) {
        if (arguments[0].equals("shell")) {
            for (int i = 1; i < arguments.length; i++) {
                int code = commandLine().execute(arguments[i].split(" ", -1));
                System.out.println("code " + code);
            }
            return;
        }
        String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        if (arguments[0].equals("exit")) {
            System.exit(commandLine().execute(rest));
        }
        commandLine().execute(rest);
    }

    private static CommandLine commandLine() {
        return new CommandLine(new Tool()).addSubcommand("fromtext", new TextToPdf(), "ft");
    }

    @Command(name = "work")
    int work(@Option(names = "--code") int code) {
        System.out.println("working");
        return code;
    }

    @Command(name = "leave")
    void leave(@Option(names = "--halt") boolean halt, @Parameters int code) {
        System.out.println("leaving");
        if (halt) {
            Runtime.getRuntime().halt(code);
        }
        System.exit(code);
    }

    @Command(name = "hang")
    void hang() throws InterruptedException {
        System.out.println("hanging");
        new CountDownLatch(1).await();
    }

    @Command(name = "fail")
    void fail() {
        throw new IllegalStateException("the command failed");
    }

    /** Has another name than the one under which it is registered. */
    @Command(name = "texttopdf")
    static final class TextToPdf implements Callable<Integer> {
        @Option(names = "--size")
        private int size;

        @Override
        public Integer call() {
            System.out.println("converted to size " + size);
            return 0;
        }
    }

    /** Only for what is below it. */
    @Command(name = "remote", subcommands = Add.class)
    static final class Remote {}

    /** Leaves a thread behind that ends after main. */
    @Command(name = "add")
    static final class Add implements Callable<Integer> {
        @Override
        public Integer call() {
            Thread caller = Thread.currentThread();
            new Thread(() -> {
                        try {
                            caller.join(1);
                        } catch (InterruptedException interrupted) {
                            throw new IllegalStateException(interrupted);
                        }
                    })
                    .start();
            System.out.println("added");
            return 0;
        }
    }
}
