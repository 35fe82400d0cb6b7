package dev.perfagent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.sample.SampleHome;
import dev.perfagent.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private static final String GHPM = """
            {"schema":1,"application":"ghpm","timestamp":"2026-11-20T09:00:00.000Z","config":"/etc/x",
             "problems":["instrumentation.yml:12:5: unknown key 'metod'; did you mean 'method'?"],
             "loaded_classes":2100,
             "rules":[
              {"subject":"phases: data_fetching","target":"class com.example.* method fetch*","calls":3,
               "matched":[{"class":"com.example.X","methods":["fetchA","fetchB"]}],"near":[]},
              {"subject":"phases: data_fetching","target":"implements com.example.Source method read","calls":1,
               "matched":[{"class":"com.example.Y","methods":["read"]}],"near":[]},
              {"subject":"phases: idle","target":"class com.example.X method wait","calls":0,
               "matched":[{"class":"com.example.X","methods":["wait"]}],"near":[]},
              {"subject":"context: project","target":"class com.example.X method open","calls":2,
               "no_value":"com.example.Project is no number, boolean, character, text or enum constant",
               "matched":[{"class":"com.example.X","methods":["open"]}],"near":[]},
              {"subject":"context: size","target":"class com.example.X method open","calls":0,"no_value":null,
               "matched":[],"near":[],"not_woven":[{"class":"com.example.X","methods":["open"],
                "reason":"it has no argument.3, the last one is argument.0"}]},
              {"subject":"phases: rendering","target":"class Renderer method render","calls":0,"matched":[],"near":[]},
              {"subject":"phases: export","target":"class com.exmaple.Export","calls":0,"matched":[],"near":[]},
              {"subject":"phases: timed","target":"annotated com.example.Timed","calls":0,"matched":[],"near":[]},
              {"subject":"context: tasks","target":"class com.example.Y method fetchh method gett","calls":0,
               "matched":[],"near":[{"class":"com.example.Y","methods":[]}]}],
             "probes":[{"subject":"main","matched":[{"class":"com.example.Main","methods":["main"]}],"near":[]},
              {"subject":"java.net.http","matched":[{"class":"a.A","methods":["x"]},{"class":"a.B","methods":["x"]},
                {"class":"a.C","methods":["x"]},{"class":"a.D","methods":["x"]}],"near":[]},
              {"subject":"picocli","matched":[],"near":[]},
              {"subject":"caffeine","matched":[],"near":[{"class":"com.github.Cache","methods":[]}]},
              {"subject":"HttpURLConnection","matched":[],"near":[]}]}""";

    private static final String OTHER = """
            {"schema":1,"application":"other","timestamp":"2026-11-19T09:00:00.000Z","config":null,"problems":[],
             "loaded_classes":null,"rules":[],"probes":[]}""";

    @Test
    void rulesAreExplained(@TempDir Path home) throws IOException {
        new SampleHome(home).matches("ghpm", GHPM);

        ToolRun run = ToolRun.of(home, "explain");

        assertThat(run.out()).isEqualTo(ShowCommandTest.golden("explained.txt"));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
    }

    @Test
    void theApplicationWovenLastIsMeantUnlessNamed(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        sample.matches("ghpm", GHPM);
        sample.matches("a-file-name-that-was-made-safe", OTHER);

        assertThat(ToolRun.of(home, "explain").out()).startsWith("ghpm\n");
        assertThat(ToolRun.of(home, "explain", "other").out()).isEqualTo("""
                other
                  cold run       2026-11-19 10:00:00
                  configuration  none

                Rules
                  There are no rules. Commands are recognised without them; phases need rules in
                  instrumentation.yml.
                """);
    }

    @Test
    void aLimitForACommandThatNoRunHadIsReported(@TempDir Path folder) throws IOException {
        Path config = folder.resolve("config");
        SampleHome.append(
                config.resolve("benchmarks.yml"),
                "benchmarks:\n  commands:\n    texttopdf: { max_acceptable_ms: 1 }\n    fromtxt: { max_acceptable_ms: 1 }\n");
        SampleHome sample = new SampleHome(folder.resolve("home"));
        sample.matches("other", OTHER.replace("\"config\":null", "\"config\":\"" + config + "\""));

        assertThat(ToolRun.of(folder.resolve("home"), "explain").err())
                .as("nothing has run yet")
                .isEmpty();

        sample.add(SampleRun.plain("id-1", "2026-11-20T08:00:00Z").command("fromtext"));
        assertThat(ToolRun.of(folder.resolve("home"), "explain").err()).isEqualTo("""
                perf-agent: benchmarks.yml: no run ever had the command 'fromtxt', so its limits are not used; did you mean\
                 'fromtext'?
                perf-agent: benchmarks.yml: no run ever had the command 'texttopdf', so its limits are not used; there is\
                 fromtext
                """);
    }

    @Test
    void anUnknownApplicationIsTold(@TempDir Path home) throws IOException {
        new SampleHome(home).matches("ghpm", GHPM);

        ToolRun run = ToolRun.of(home, "explain", "../ghpm");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("perf-agent: no application '../ghpm' ran with the agent here; did you mean 'ghpm'?\n");
    }

    @Test
    void jsonIsWhatWasStored(@TempDir Path home) throws IOException {
        new SampleHome(home).matches("ghpm", GHPM);

        assertThat(ToolRun.of(home, "explain", "--format", "json").out()).isEqualTo(GHPM + "\n");
    }

    @Test
    void beforeTheFirstRunItSaysHowToBegin(@TempDir Path home) {
        ToolRun run = ToolRun.of(home, "explain");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("-javaagent:perf-agent.jar");
        assertThat(ToolRun.of(home, "explain", "--format", "json").out()).startsWith("{\"schema\":1,");
    }

    @Test
    void aFileThatTellsNothingIsAFailureOnlyWhenItIsAlone(@TempDir Path home) throws IOException {
        SampleHome sample = new SampleHome(home);
        sample.matches("broken", "{\"schema\":1,\"appl");

        assertThat(ToolRun.of(home, "explain").code()).isEqualTo(3);

        sample.matches("ghpm", GHPM);
        ToolRun run = ToolRun.of(home, "explain");
        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("cannot read").contains("broken.json");
    }
}
