package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.example.AnyTool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command and every link in the documents works. The shell blocks of a page are run, one after the other, with the shipped
 * jar, a history, and a small tool in place of the reader's. What cannot be run is listed with its reason in
 * documented-commands.sh.
 */
@NeedsProgram({"jq", "--version"})
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the blocks are for a Unix shell")
final class DocumentedCommandsIT {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    /** A block that begins with Maven builds the project itself, which the build that runs this test has just done. */
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(?!mvn )(.*?)^```$");

    /** What follows the jar's name, anywhere, or begins a piece of code within the text. */
    private static final Pattern COMMAND = Pattern.compile("(?:perf-agent\\.jar |(?<!`)`)([a-z][^`|>\n]*)");

    /** A command that only reads, with arguments, as code within a paragraph; not one to be filled in. */
    private static final Pattern WITHIN = Pattern.compile("(?<!`)`(?:java -jar perf-agent\\.jar )?"
            + "((?:report|analyze|optimize|compare|runs(?: show)?|alerts|dashboard|plan show)"
            + " (?!show`)(?![^`]*\\b[A-Z]{2,}\\b)[^`\n]+)`");

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");

    /** Within the project, with the place in the page. */
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(#?[^)\\s]*)\\)");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @TempDir
    private static Path folder;

    private static Jvm.Started tool;

    @BeforeAll
    static void layOut() throws IOException, InterruptedException {
        for (String name : List.of("opt", "bin", "metrics", "var/lib/node_exporter")) {
            Files.createDirectories(folder.resolve(name));
        }
        Files.copy(Jvm.AGENT, folder.resolve("perf-agent.jar"));
        Files.copy(Jvm.AGENT, folder.resolve("opt/perf-agent.jar"));
        writeTool(folder.resolve("ghpm.jar"));
        Files.copy(folder.resolve("ghpm.jar"), folder.resolve("your-tool.jar"));
        writeScript("ghpm", "exec java -jar " + folder.resolve("ghpm.jar") + " \"$@\"");
        writeScript("git", "exit 0");
        Process pipes = new ProcessBuilder("mkfifo", "request", "answer")
                .directory(folder.toFile())
                .start();
        assertThat(pipes.waitFor()).isZero();
        tool = Jvm.on(Jdk.own(), folder)
                .main(Jvm.TEST_CLASSES.toString(), ToolOnPipes.class.getName(), Jvm.AGENT.toString())
                .start();
    }

    @AfterAll
    static void endTool() throws IOException {
        if (tool.process().isAlive()) {
            Files.writeString(folder.resolve("request"), ToolOnPipes.END + "\0");
        }
        assertThat(tool.await().stderr()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pagesWithCommands")
    void everyShellBlockOfAPageRuns(String page) throws IOException {
        assertAllRun("home-of-" + page.replace('/', '-'), blocks(page));
    }

    /** Commands that only read, and have nothing to be filled in. */
    @Test
    void everyCommandWithinTheTextOfAGuideRuns() throws IOException {
        Set<String> commands = new TreeSet<>();
        for (String page : pages()) {
            if (page.startsWith("docs/tasks/")
                    || !page.contains("/")
                    || page.contains("guide")
                    || page.contains("trouble")) {
                for (MatchResult match : found(WITHIN, Files.readString(ROOT.resolve(page)))) {
                    commands.add("java -jar perf-agent.jar " + match.group(1) + "\n");
                }
            }
        }
        assertThat(commands).hasSizeGreaterThan(8);

        assertAllRun("home-of-commands-within-texts", List.copyOf(commands));
    }

    private static void assertAllRun(String homeName, List<String> blocks) throws IOException {
        Path home = folder.resolve(homeName);
        DocumentedRuns.write(home);
        for (String config : List.of("perf", "config", "etc/perf")) {
            TestConfig.patient(folder.resolve(config));
        }
        StringBuilder script = new StringBuilder(prelude());
        blocks.forEach(block -> script.append(block).append("echo block >> \"$TEST_FOLDER/run\"\n"));
        Files.writeString(folder.resolve("script.sh"), script);
        Files.writeString(folder.resolve("failures"), "");
        Files.writeString(folder.resolve("run"), "");

        Jvm.Ended ended = Jvm.on(Jdk.own(), folder)
                .inside("bash", "--noprofile", "--norc", "script.sh")
                .environment(
                        "PATH",
                        folder.resolve("bin") + ":" + Jdk.own().home().resolve("bin") + ":" + System.getenv("PATH"))
                .environment("TEST_FOLDER", folder.toString())
                .environment("PERF_AGENT_HOME", home.toString())
                .environment("REPOSITORY", "acme/ghpm")
                .environment("BRANCH", "main")
                .environment("JOB", "7-1")
                .run();

        assertThat(folder.resolve("failures")).as(ended.stderr()).hasContent("");
        assertThat(folder.resolve("run")).as(ended.stderr()).hasContent("block\n".repeat(blocks.size()));
    }

    @Test
    void everyOptionThatADocumentNamesWithItsCommandExists() throws IOException {
        Map<String, String> helps = helps();
        List<String> unknown = new ArrayList<>();
        int looked = 0;
        for (String page : pages()) {
            for (MatchResult match : found(COMMAND, Files.readString(ROOT.resolve(page)))) {
                String words = match.group(1).split(" -- ", 2)[0];
                String name = longest(helps, words);
                for (MatchResult option : name.isEmpty() ? List.<MatchResult>of() : found(OPTION, words)) {
                    looked++;
                    if (!Objects.requireNonNull(helps.get(name)).contains(option.group())) {
                        unknown.add(page + ": " + option.group() + " in " + words);
                    }
                }
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(looked).isGreaterThan(100);
    }

    @Test
    void everyLinkLeadsToAFileAndAHeading() throws IOException {
        List<String> broken = new ArrayList<>();
        for (String page : pages()) {
            for (MatchResult match : found(LINK, Files.readString(ROOT.resolve(page)))) {
                Path target = match.group(1).isEmpty()
                        ? ROOT.resolve(page)
                        : ROOT.resolve(page).resolveSibling(match.group(1)).normalize();
                if (!Files.exists(target) || !anchors(target).contains(match.group(2))) {
                    broken.add(page + ": " + match.group());
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    static List<String> pagesWithCommands() throws IOException {
        List<String> pages = new ArrayList<>();
        for (String page : pages()) {
            if (!blocks(page).isEmpty()) {
                pages.add(page);
            }
        }
        return pages;
    }

    private static List<String> pages() throws IOException {
        List<String> pages = new ArrayList<>(List.of("README.md"));
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            files.map(file -> ROOT.relativize(file).toString())
                    .filter(file -> file.endsWith(".md") && !file.startsWith("docs/decisions"))
                    .sorted()
                    .forEach(pages::add);
        }
        return pages;
    }

    private static List<String> blocks(String page) throws IOException {
        return found(BLOCK, Files.readString(ROOT.resolve(page))).stream()
                .map(block -> block.group(1).replaceAll("/(opt|etc|var/lib)/", folder + "/$1/"))
                .map(block -> block.replace("1 2 3 4 5 6 7 8 9 10", "1"))
                .toList();
    }

    /** What a link to a place in that page may end with. */
    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new TreeSet<>(Set.of(""));
        if (page.toString().endsWith(".md")) {
            for (MatchResult heading : found(HEADING, Files.readString(page))) {
                String plain = heading.group(1).toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "");
                anchors.add("#" + plain.replace(' ', '-'));
            }
        }
        return anchors;
    }

    /** The help of each command by its name, from the page that is made of them. */
    private static Map<String, String> helps() throws IOException {
        Map<String, String> helps = new TreeMap<>();
        for (String section : Files.readString(ROOT.resolve("docs/commands.md")).split("\n## perf-agent ", -1)) {
            helps.put(section.substring(0, section.indexOf('\n')), section);
        }
        return helps;
    }

    /** The name of the command that these words begin with, or an empty one. */
    private static String longest(Map<String, String> helps, String words) {
        String longest = "";
        for (String name : helps.keySet()) {
            if ((words + " ").startsWith(name + " ") && name.length() > longest.length()) {
                longest = name;
            }
        }
        return longest;
    }

    private static List<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private static String prelude() throws IOException {
        try (InputStream file = DocumentedCommandsIT.class.getResourceAsStream("documented-commands.sh")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void writeTool(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, AnyTool.class.getName());
        String name = AnyTool.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            out.putNextEntry(new ZipEntry(name));
            Files.copy(Jvm.TEST_CLASSES.resolve(name), out);
        }
    }

    private static void writeScript(String name, String line) throws IOException {
        Path file = Files.writeString(folder.resolve("bin").resolve(name), "#!/bin/sh\n" + line + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
