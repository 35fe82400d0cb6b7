package dev.perfagent.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.example.Endings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A home that cannot be written: the application notices nothing, and one line or agent.log says it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "stand-ins for broken disks are those of Unix")
final class DiskIT {
    /** Breaks a limit, so that there is something to tell. */
    private static final String ALWAYS =
            "benchmarks:\n  commands:\n    Endings: { max_acceptable_ms: 0.001, target_ms: 0.001 }\n";

    @TempDir
    private Path folder;

    private final List<Path> fullDisks = new ArrayList<>();

    private AgentHome home;

    @BeforeEach
    void findHome() {
        home = new AgentHome(folder.resolve("home"));
    }

    /** JUnit warns of links out of the folder that it deletes. */
    @AfterEach
    void removeFullDisks() throws IOException {
        for (Path full : fullDisks) {
            Files.delete(full);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/proc/perf-agent", "/dev/null", "/dev/null/below", "/sys/perf-agent", "file", "file/below"})
    void aHomeThatCannotBe(String place) throws IOException {
        Files.writeString(folder.resolve("file"), "a file");

        assertSaidInOneLine(runWith(folder.resolve(place)));

        assertThat(folder.resolve("file")).hasContent("a file");
    }

    @Test
    void aHomeWhoseParentsAreMissing() {
        AgentHome deep = new AgentHome(folder.resolve("a/b/c"));

        assertUnnoticed(deep.folder());

        assertThat(deep.runs()).hasSize(1);
    }

    @Test
    void aLinkThatLeadsNowhereInPlaceOfTheHome() throws IOException {
        Files.createSymbolicLink(home.folder(), folder.resolve("gone"));

        assertSaidInOneLine(runWith(home.folder()));
    }

    @Test
    @NeedsProgram({"unshare", "-rm", "true"})
    void aReadOnlyHome() throws Exception {
        Files.createDirectory(home.folder());
        Jvm.Ended ended = Jvm.on(Jdk.own(), folder)
                .agent(home.option())
                .main(Endings.class, "exit", "3")
                .inside(
                        "unshare",
                        "-rm",
                        "sh",
                        "-c",
                        "mount -t tmpfs -o ro none '" + home.folder() + "'; exec \"$@\"",
                        "sh")
                .run();

        assertSaidInOneLine(ended);
    }

    @Test
    @NeedsProgram({"unshare", "-rm", "true"})
    void aFullDisk() throws Exception {
        Files.createDirectory(home.folder());
        String fill = "mount -t tmpfs -o size=8k none '" + home.folder() + "'; cat /dev/zero >'" + home.folder()
                + "/zeros' 2>/dev/null; exec \"$@\"";
        Jvm.Ended ended = Jvm.on(Jdk.own(), folder)
                .agent(home.option())
                .main(Endings.class, "exit", "3")
                .inside("unshare", "-rm", "sh", "-c", fill, "sh")
                .run();

        assertThat(ended.stderr())
                .isEqualToIgnoringNewLines("perf-agent: this run is not recorded, and agent.log cannot be written: No"
                        + " space left on device");
        assertEndedAsEver(ended);
    }

    @Test
    void aFullDiskUnderTheHistory() throws IOException {
        fillDiskUnder(dayFile());

        assertUnnoticed(home.folder());

        assertThat(home.agentLog()).contains("could not be stored");
        assertThat(home.files("running")).isEmpty();
    }

    @Test
    void aFolderInPlaceOfTheHistoryFile() throws IOException {
        Files.createDirectory(dayFile());

        assertUnnoticed(home.folder());

        assertThat(home.agentLog()).contains("could not be stored");
    }

    @Test
    void aPipeInPlaceOfTheHistoryFile() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", dayFile().toString()).start().waitFor())
                .isZero();

        assertUnnoticed(home.folder());
    }

    @Test
    void aFileInPlaceOfAFolder() throws IOException {
        Files.createDirectory(home.folder());
        for (String name : List.of("history", "running", "recent", "matches")) {
            Files.writeString(home.folder().resolve(name), "");
        }

        assertUnnoticed(home.folder());

        assertThat(home.agentLog()).contains("could not be stored");
    }

    @Test
    void aFullDiskUnderTheLogs() throws IOException {
        Files.createDirectory(home.folder());
        fillDiskUnder(home.folder().resolve("alerts.log"));
        fillDiskUnder(home.folder().resolve("agent.log"));
        Path config = Files.createDirectory(folder.resolve("config"));
        Files.writeString(config.resolve("benchmarks.yml"), ALWAYS);

        Twin twin = Twin.run(
                Jdk.own(), folder, jvm -> jvm.main(Endings.class, "exit", "3"), "config=" + config, "quiet=true");

        twin.assertSame();
        assertThat(home.runs())
                .singleElement()
                .satisfies(run -> assertThat(run.path("alerts").isEmpty()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "022", "077", "277"})
    void onlyTheOwnerMayReadWhateverTheMask(String mask) throws IOException {
        Path config = Files.createDirectory(folder.resolve("config"));
        Files.writeString(config.resolve("benchmarks.yml"), ALWAYS);
        Files.writeString(config.resolve("alerts.yml"), "alerts:\n  nonsense: {}\n");

        Jvm.Ended ended = Jvm.on(Jdk.own(), folder)
                .after("umask " + mask)
                .agent(home.option(), "config=" + config)
                .main(Endings.class, "return")
                .run();

        assertThat(ended.exitCode()).isZero();
        assertThat(home.files(""))
                .extracting(file -> file.getFileName().toString())
                .contains("alerts.log", "agent.log");
        try (Stream<Path> all = Files.walk(home.folder())) {
            assertThat(all)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .as(path.toString())
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    private void fillDiskUnder(Path file) throws IOException {
        fullDisks.add(Files.createSymbolicLink(file, Path.of("/dev/full")));
    }

    private Path dayFile() throws IOException {
        // Should the day change between here and the run, the run lands beside it, and the test says so.
        Path day = Files.createDirectories(home.folder().resolve("history/date=" + LocalDate.now(ZoneOffset.UTC)));
        String host = Files.readString(Path.of("/proc/sys/kernel/hostname")).trim();
        return day.resolve(host + ".ndjson");
    }

    private void assertUnnoticed(Path place) {
        assertUntouched(runWith(place));
    }

    private Jvm.Ended runWith(Path place) {
        return Jvm.on(Jdk.own(), folder)
                .agent("home=" + place)
                .main(Endings.class, "exit", "3")
                .run();
    }

    private static void assertUntouched(Jvm.Ended ended) {
        assertThat(ended.stderr()).isEmpty();
        assertEndedAsEver(ended);
    }

    private static void assertSaidInOneLine(Jvm.Ended ended) {
        assertThat(ended.stderr())
                .startsWith("perf-agent: this run is not recorded: ")
                .contains("; set home= or PERF_AGENT_HOME to a folder that can be written")
                .hasLineCount(1);
        assertEndedAsEver(ended);
    }

    private static void assertEndedAsEver(Jvm.Ended ended) {
        assertThat(ended.out()).isEqualTo("started" + System.lineSeparator());
        assertThat(ended.exitCode()).isEqualTo(3);
    }
}
