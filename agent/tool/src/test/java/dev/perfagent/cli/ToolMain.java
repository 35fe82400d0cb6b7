package dev.perfagent.cli;

/** Starts the tool as core's main does. */
final class ToolMain {
    private ToolMain() {}

    public static void main(String[] arguments) {
        System.exit(Tool.run(arguments, System.out, System.err, System.getenv()));
    }
}
