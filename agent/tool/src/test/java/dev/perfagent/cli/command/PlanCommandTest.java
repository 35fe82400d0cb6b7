package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.cli.output.Screen;
import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SamplePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlanCommandTest {
    private static final String NEW = "ghpm.jar-00000000000000aa";
    private static final String OLD = "ghpm.jar-00000000000000bb";
    private static final Instant TWO_DAYS_AGO = Instant.parse("2026-11-18T09:30:00Z");
    private static final Instant IN_OCTOBER = Instant.parse("2026-10-01T09:30:00Z");

    @TempDir
    private Path home;

    @Test
    void plansAreListedTheNewestFirst() throws IOException {
        save(OLD, IN_OCTOBER);
        save(NEW, TWO_DAYS_AGO);

        ToolRun run = ToolRun.of(home, "plan", "list");

        String size = run.out().lines().toList().get(1).replaceAll(".*alone, (.*), .*", "$1");
        assertThat(size).endsWith(" kB");
        assertThat(run.out()).isEqualTo("""
                ghpm.jar-00000000000000aa
                  lib/ghpm.jar, classes: 3 woven, 1 left alone, SIZE, 2 days old
                  JDK 17.0.15+6, perf-agent 0.1.0, configuration /etc/x
                  classes are watched to the end of each run: there are rules with implements
                ghpm.jar-00000000000000bb
                  lib/ghpm.jar, classes: 3 woven, 1 left alone, SIZE, 50 days old
                  JDK 17.0.15+6, perf-agent 0.1.0, configuration /etc/x
                  classes are watched to the end of each run: there are rules with implements
                """.replace("SIZE", size));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void theListForProgramsHasAllFacts() throws IOException {
        Path file = save(NEW, TWO_DAYS_AGO);

        JsonNode list = json("plan", "list");

        assertThat(list.path("schema").asInt()).isEqualTo(1);
        assertThat(list.path("folder").asString())
                .isEqualTo(home.resolve("plans").toString());
        assertThat(list.path("plans").get(0).toString())
                .isEqualTo("{'name':'ghpm.jar-00000000000000aa','file':'FILE','bytes':SIZE,"
                                .replace('\'', '"')
                                .replace("FILE", file.toString())
                                .replace("SIZE", Long.toString(Files.size(file)))
                        + "'written':'2026-11-18T09:30:00Z','not_used':null,'application':'ghpm',".replace('\'', '"')
                        + "'main_class':'com.example.Main','program':'lib/ghpm.jar','config':'/etc/x',"
                                .replace('\'', '"')
                        + "'jdk':'17.0.15+6','java_home':'/usr/lib/jvm/java-17','agent_version':'0.1.0',"
                                .replace('\'', '"')
                        + "'agent_jar':'/opt/perf-agent.jar','woven':3,'left_alone':1,".replace('\'', '"')
                        + "'complete':false,'gap':'supertypes'}".replace('\'', '"'));
    }

    @Test
    void aPlanIsShownInFull() throws IOException {
        save(NEW, TWO_DAYS_AGO);

        ToolRun run = ToolRun.of(home, "plan", "show", "ghpm");

        String size = run.out().replaceAll("(?s).*  size           ([^\n]*)\n.*", "$1");
        assertThat(run.out().replaceFirst("(?s)  file .*?(?=  application)", ""))
                .isEqualTo(ShowCommandTest.golden("plan.txt").replace("SIZE", size));
        assertThat(run.out().lines()).allMatch(line -> line.length() <= Screen.WIDTH);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void aPlanIsShownToPrograms() throws IOException {
        save(NEW, TWO_DAYS_AGO);

        JsonNode plan = json("plan", "show", NEW);

        assertThat(plan.path("application").asString()).isEqualTo("ghpm");
        assertThat(plan.path("problems")).hasSize(1);
        assertThat(plan.path("watched")).hasSize(3);
        assertThat(plan.path("classes").valueStream().map(JsonNode::toString))
                .contains("{\"name\":\"com.example.Model\",\"loader\":\"system\",\"bytes\":500,\"woven_bytes\":null}")
                .contains("{\"name\":\"java.lang.Shutdown\",\"loader\":\"boot\",\"bytes\":800,\"woven_bytes\":900}");
        assertThat(plan.path("matches").get(1).toString())
                .isEqualTo("{\"subject\":\"phases: data_fetching\",\"rule\":0,\"class\":\"com.example.Client\","
                        + "\"methods\":[\"fetchA\",\"fetchB\"]}");
    }

    @Test
    void ofAPlanThatKnowsAllClassesNothingIsMissing() throws IOException {
        SamplePlan.saveComplete(home, NEW);

        JsonNode plan = json("plan", "show", NEW);
        assertThat(plan.path("complete").asBoolean()).isTrue();
        assertThat(plan.path("gap").isNull()).isTrue();
        assertThat(ToolRun.of(home, "plan", "show", NEW).out())
                .contains("  watched        until all of them are woven\n");
        assertThat(ToolRun.of(home, "plan", "list").out()).doesNotContain("watched");
    }

    @Test
    void aPartOfANameIsEnough() throws IOException {
        save(OLD, IN_OCTOBER);
        save(NEW, TWO_DAYS_AGO);

        assertThat(ToolRun.of(home, "plan", "show", "aa").out()).startsWith(NEW + "\n");
    }

    @Test
    void aNameThatMeansNoneOrManyIsTold() throws IOException {
        save(OLD, IN_OCTOBER);
        save(NEW, TWO_DAYS_AGO);

        ToolRun many = ToolRun.of(home, "plan", "show", "ghpm");
        assertThat(many.code()).isEqualTo(2);
        assertThat(many.err())
                .isEqualTo("perf-agent: 2 plans have 'ghpm' in their name:\n  " + NEW + "\n  " + OLD + "\n");

        ToolRun none = ToolRun.of(home, "plan", "clear", NEW, "../history");
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("no plan has '../history' in its name");
        assertThat(files()).contains(NEW + ".plan");
    }

    @Test
    void withoutPlansItSaysHowToMakeOne() {
        ToolRun run = ToolRun.of(home, "plan", "list");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("java -jar perf-agent.jar prepare -- java");
    }

    @Test
    void foreignAndDamagedFilesAreTold() throws IOException {
        Path plan = save(NEW, TWO_DAYS_AGO);
        byte[] bytes = Files.readAllBytes(plan);
        write("a-cut.plan", Arrays.copyOf(bytes, bytes.length - 1));
        byte[] flipped = bytes.clone();
        flipped[bytes.length / 2] ^= 1;
        write("b-flipped.plan", flipped);
        byte[] newer = bytes.clone();
        newer[7]++;
        write("c-newer.plan", newer);
        write("d-text.plan", "not at all a plan".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        write("e-empty.plan", new byte[0]);
        write("f.123.tmp", bytes);
        write("g-notes.txt", new byte[1]);
        Files.createDirectory(home.resolve("plans/h-folder.plan"));

        ToolRun run = ToolRun.of(home, "plan", "list");

        assertThat(run.code()).isZero();
        assertThat(toldOf(run, "a-cut")).contains("is damaged");
        assertThat(toldOf(run, "b-flipped")).contains("is damaged");
        assertThat(toldOf(run, "c-newer")).contains("is of another version of perf-agent");
        assertThat(toldOf(run, "d-text")).contains("is no plan");
        assertThat(toldOf(run, "e-empty")).contains("is no plan");
        assertThat(toldOf(run, "f.123.tmp")).contains("was never finished");
        assertThat(toldOf(run, "g-notes.txt")).contains("was not made by perf-agent");
        assertThat(toldOf(run, "h-folder")).contains("is not a regular file");
        assertThat(ToolRun.of(home, "plan", "show", "a-cut").out()).contains("not used       it is damaged");
        assertThat(json("plan", "list").path("plans")).hasSize(9);
        assertThat(json("plan", "show", "a-cut").path("not_used").asString()).isEqualTo("is damaged");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPlanThatNoRunTrustsIsShownAllTheSame() throws IOException {
        Path elsewhere = save(NEW, TWO_DAYS_AGO);
        Files.createSymbolicLink(home.resolve("plans/link.plan"), elsewhere);

        ToolRun run = ToolRun.of(home, "plan", "show", "link");

        assertThat(run.out()).contains("it is not trusted: a link,").contains("Woven classes");
    }

    @Test
    void allArePlansThatAreNamedLikeOurs() throws IOException {
        save(NEW, TWO_DAYS_AGO);
        write("cut.plan", new byte[3]);
        write("f.123.tmp", new byte[3]);
        write("notes.txt", new byte[3]);

        ToolRun run = ToolRun.of(home, "plan", "clear", "--all");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("cleared " + NEW + "\n").contains("\n3 plans, ");
        assertThat(files()).containsExactly("notes.txt");
        assertThat(ToolRun.of(home, "plan", "clear", "--all").err()).isEqualTo("No plan was cleared.\n");
    }

    @Test
    void oldOnesAreCleared() throws IOException {
        save(OLD, IN_OCTOBER);
        save(NEW, TWO_DAYS_AGO);

        JsonNode cleared = json("plan", "clear", "--older-than", "30d");

        assertThat(cleared.toString()).isEqualTo("{\"schema\":1,\"cleared\":[\"" + OLD + "\"]}");
        assertThat(files()).containsExactly(NEW + ".plan");
    }

    @Test
    void namedOnesAreCleared() throws IOException {
        save(OLD, IN_OCTOBER);
        save(NEW, TWO_DAYS_AGO);

        ToolRun run = ToolRun.of(home, "plan", "clear", "bb");

        assertThat(run.out()).startsWith("cleared " + OLD + "\n1 plan, ");
        assertThat(files()).containsExactly(NEW + ".plan");
    }

    @Test
    void whatCannotBeDeletedIsAFailure() throws IOException {
        SampleHome.append(home.resolve("plans/folder.plan/file"), "x");

        ToolRun run = ToolRun.of(home, "plan", "clear", "--all");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).startsWith("perf-agent: cannot delete ");
    }

    private Path save(String name, Instant written) throws IOException {
        return SamplePlan.save(home, name, SamplePlan.KEY, true, written);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = home.resolve("plans").resolve(name);
        Files.createDirectories(home.resolve("plans"));
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.from(IN_OCTOBER));
    }

    private List<String> files() throws IOException {
        try (var files = Files.list(home.resolve("plans"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private JsonNode json(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--format";
        all[arguments.length + 1] = "json";
        return JsonMapper.builder().build().readTree(ToolRun.of(home, all).out());
    }

    /** What the list says below that name. */
    private static String toldOf(ToolRun run, String name) {
        return run.out().replaceFirst("(?s)(^|.*\n)" + name + "\n((  [^\n]*\n)*).*", "$2");
    }
}
