package dev.perfagent.cli.view.run;

import dev.perfagent.cli.output.Amount;
import dev.perfagent.cli.output.Cell;
import dev.perfagent.cli.output.Style;
import dev.perfagent.history.StoredRun;
import dev.perfagent.run.Outcome;

/** How a run is named and its end is described, in lists and on its own page. */
public final class RunWords {
    private RunWords() {}

    /** The command line as it was typed, nearly: {@code ghpm batch}; a tool without commands is named once. */
    public static String commandLine(String application, String command) {
        if (command.isEmpty() || command.equals(application)) {
            return application;
        }
        return application.isEmpty() ? command : application + " " + command;
    }

    /** {@code ok}, {@code exit 2}, {@code error}, {@code killed}. */
    static Cell result(StoredRun run) {
        Outcome outcome = run.outcome();
        if (outcome == null) {
            return new Cell(Amount.UNKNOWN, Style.PLAIN);
        }
        Integer exit = run.exitCode();
        boolean clean = exit == null || exit == 0;
        return switch (outcome) {
            case SUCCESS -> clean ? new Cell("ok", Style.GOOD) : new Cell("exit " + exit, Style.BAD);
            case ERROR -> new Cell(clean ? "error" : "exit " + exit, Style.BAD);
            case KILLED -> new Cell("killed", Style.BAD);
        };
    }
}
