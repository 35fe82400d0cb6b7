package com.example.cli;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code tool remote [--force] add [--name=...] POSITIONAL}, also typed {@code plus}, and {@code tool fromtext}. */
public final class PicocliTool {
    private PicocliTool() {}

    public static int run(String[] arguments) {
        CommandSpec add = CommandSpec.create()
                .name("add")
                .addOption(
                        OptionSpec.builder("-n", "--name").type(String[].class).build())
                .addPositional(PositionalParamSpec.builder().build());
        CommandSpec remote = CommandSpec.create()
                .name("remote")
                .addOption(
                        OptionSpec.builder("-f", "--force").type(boolean.class).build())
                .addSubcommand("add", new CommandLine(add.aliases("plus")));
        CommandSpec toPdf = CommandSpec.create().name("texttopdf");
        CommandSpec tool = CommandSpec.create().name("tool").addSubcommand("remote", new CommandLine(remote));
        tool.addSubcommand("fromtext", new CommandLine(toPdf));
        return new CommandLine(tool)
                .setErr(new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setExecutionStrategy(parsed -> 7)
                .execute(arguments);
    }
}
