package com.example.ghpm;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import picocli.CommandLine;

/** What a command line did, inside this JVM. */
record Run(int exitCode, String out, String err) {
    static Run of(String... args) {
        return with(Map.of(), args);
    }

    static Run with(Map<String, String> environment, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        CommandLine commandLine = Ghpm.commandLine(environment);
        commandLine.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int exitCode = commandLine.execute(args);
        return new Run(exitCode, out.toString(), err.toString());
    }
}
