package dev.perfagent.dist;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.example.AirliftTool;
import org.example.AirlineTool;
import org.example.Argparse4jTool;
import org.example.Args4jOldTool;
import org.example.Args4jTool;
import org.example.JOptSimpleTool;
import org.example.Tool;
import org.example.TwoFrameworksTool;

/**
 * A version of a command-line framework with a small program that uses it.
 *
 * @param needed jars that the version needs, beside its own
 * @param words what is typed; with a secret in each value
 * @param wrong what is typed wrongly
 * @param refusal type of the exception for that
 * @param isEverywhere whether it is tried on each JDK; versions between the lowest and the newest are on one
 */
record FrameworkCase(
        String framework,
        String version,
        List<String> needed,
        Class<?> program,
        List<String> words,
        String command,
        List<String> options,
        List<String> wrong,
        String refusal,
        boolean isEverywhere) {
    static final Path LIBRARIES = Path.of("target/framework-lib").toAbsolutePath();

    private static final String RVESSE = "com.github.rvesse.airline.parser.errors.";
    private static final String GUAVA = "../checkstyle-lib/guava-33.5.0-jre";
    private static final String COLLECTIONS = "commons-collections4-4.4";
    private static final String LANG = "commons-lang3-3.12.0";
    private static final String JAKARTA = "jakarta.inject-api-2.0.1";

    static final List<FrameworkCase> ALL = List.of(
            new FrameworkCase(
                    "args4j",
                    "2.0.8",
                    List.of(),
                    Args4jOldTool.class,
                    List.of("-verbose", "-token", "s3cret"),
                    "Args4jOldTool",
                    List.of("-verbose", "-token"),
                    List.of("-nonsense", "s3cret"),
                    "org.kohsuke.args4j.CmdLineException",
                    true),
            new FrameworkCase(
                    "picocli",
                    "4.0.0",
                    List.of(),
                    Tool.class,
                    List.of("exit", "work", "--code=0"),
                    "work",
                    List.of("--code"),
                    List.of("exit", "work", "--nonsense"),
                    "picocli.CommandLine$UnmatchedArgumentException",
                    false),
            args4j("2.0.23").onOneJdk(),
            args4j("2.37"),
            argparse4j("0.4.0"),
            argparse4j("0.9.0"),
            airline("airlift-airline", "0.9", AirliftTool.class, "io.airlift.airline.", GUAVA, "javax.inject-1"),
            airline(
                    "airline",
                    "2.1.0",
                    AirlineTool.class,
                    RVESSE,
                    "airline-io-2.1.0",
                    COLLECTIONS,
                    LANG,
                    "javax.inject-1"),
            airline("airline", "3.3.0", AirlineTool.class, RVESSE, "airline-io-3.3.0", COLLECTIONS, LANG, JAKARTA),
            joptSimple("4.9"),
            joptSimple("6.0-alpha-3"),
            new FrameworkCase(
                    "argparse4j",
                    "0.9.0",
                    List.of("jopt-simple-6.0-alpha-3", "args4j-2.37"),
                    TwoFrameworksTool.class,
                    List.of("-t", "s3cret", "push", "--force"),
                    "push",
                    List.of("--token", "--force"),
                    List.of("push", "--nonsense"),
                    "net.sourceforge.argparse4j.internal.UnrecognizedArgumentException",
                    false));

    private static FrameworkCase args4j(String version) {
        return new FrameworkCase(
                "args4j",
                version,
                List.of(),
                Args4jTool.class,
                List.of(
                        "--verbose",
                        "remote",
                        "--depth",
                        "3",
                        "add",
                        "--token",
                        "s3cret",
                        "https://s3cret.example.com"),
                "remote add",
                List.of("-v", "--depth", "--token"),
                List.of("remote", "add", "--nonsense", "s3cret"),
                "org.kohsuke.args4j.CmdLineException",
                true);
    }

    private static FrameworkCase airline(
            String name, String version, Class<?> program, String errors, String... needed) {
        return new FrameworkCase(
                name,
                version,
                List.of(needed),
                program,
                List.of("-v", "remote", "add", "--depth", "3", "-t", "s3cret"),
                "remote add",
                List.of("--verbose", "--depth", "--token"),
                List.of("remote", "add", "--nonsense", "s3cret"),
                errors + "ParseArgumentsUnexpectedException",
                true);
    }

    private static FrameworkCase joptSimple(String version) {
        return new FrameworkCase(
                "jopt-simple",
                version,
                List.of(),
                JOptSimpleTool.class,
                List.of("-v", "--token", "s3cret", "-q", "s3cret"),
                "JOptSimpleTool",
                List.of("--verbose", "--token", "-q"),
                List.of("--nonsense", "s3cret"),
                "joptsimple.UnrecognizedOptionException",
                true);
    }

    private static FrameworkCase argparse4j(String version) {
        return new FrameworkCase(
                "argparse4j",
                version,
                List.of(),
                Argparse4jTool.class,
                List.of("--verbose", "remote", "--depth=3", "add", "-t", "s3cret", "s3cret.example.com"),
                "remote add",
                List.of("--verbose", "--depth", "--token"),
                List.of("remote", "add", "--nonsense", "s3cret"),
                "net.sourceforge.argparse4j.internal.UnrecognizedArgumentException",
                true);
    }

    /** The first of them that is of that framework and version. */
    static FrameworkCase of(String framework, String version) {
        for (FrameworkCase each : ALL) {
            if (each.framework.equals(framework) && each.version.equals(version)) {
                return each;
            }
        }
        throw new IllegalArgumentException(framework + " " + version);
    }

    /** On one JDK, with another program. */
    FrameworkCase in(Class<?> other) {
        return new FrameworkCase(framework, version, needed, other, words, command, options, wrong, refusal, false);
    }

    FrameworkCase onOneJdk() {
        return new FrameworkCase(framework, version, needed, program, words, command, options, wrong, refusal, false);
    }

    List<Jdk> jdks() {
        return isEverywhere ? Jdk.ownAndNewer() : List.of(Jdk.own());
    }

    String classPath() {
        return Stream.concat(Stream.of(framework + "-" + version), needed.stream())
                .map(name -> LIBRARIES.resolve(name + ".jar").toString())
                .collect(Collectors.joining(File.pathSeparator, Jvm.TEST_CLASSES + File.pathSeparator, ""));
    }

    @Override
    public String toString() {
        return framework + " " + version + " in " + program.getSimpleName();
    }
}
