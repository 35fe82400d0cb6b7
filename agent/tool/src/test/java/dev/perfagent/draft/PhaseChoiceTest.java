package dev.perfagent.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PhaseChoiceTest {
    @TempDir
    private Path folder;

    @Test
    void methodsOfTheProgramsOwnWithMuchOfTheTimeArePhases() throws IOException {
        List<ProposedPhase> phases = phases("""
                com.example.tool.cli.Main.main;com.example.tool.Fetcher.fetchAll;okhttp3.Call.execute 40
                com.example.tool.cli.Main.main;com.example.tool.Fetcher.fetchAll;com.example.tool.Cache.put 8
                com.example.tool.cli.Main.main;com.example.tool.Renderer.render 30
                com.example.tool.cli.Main.main;com.example.tool.Small.step 4
                okhttp3.Dispatcher.run;okhttp3.Call.execute 500
                """);

        assertThat(phases).extracting(ProposedPhase::name).containsExactly("fetch_all", "render", "put");
        assertThat(phases.get(0))
                .isEqualTo(new ProposedPhase("fetch_all", "com.example.tool.Fetcher", "fetchAll", 48.0 / 82));
    }

    @Test
    void aMethodThatOnlyPassesTheWorkOnIsNone() throws IOException {
        List<ProposedPhase> phases = phases("""
                com.example.tool.Main.main;com.example.tool.Job.call;com.example.tool.Job.work 30
                com.example.tool.Main.main;com.example.tool.Job.call;com.example.tool.Job.save 30
                com.example.tool.Main.main;com.example.tool.Job.call;com.example.tool.Job.load;com.example.tool.Db.read 30
                """);

        assertThat(phases).extracting(ProposedPhase::name).containsExactlyInAnyOrder("work", "save", "read");
    }

    @Test
    void whatNobodyWroteAsAMethodIsNone() throws IOException {
        List<ProposedPhase> phases = phases("""
                Main.main;Main.lambda$main$0;Main.<init>;Main$$Lambda/0x1.run 10
                Main.main;Main.fetch-impl 10
                Main.main;Main$Worker.run 10
                Main.main;Other.run 10
                """);

        assertThat(phases).extracting(ProposedPhase::name).containsExactlyInAnyOrder("worker_run", "other_run");
    }

    @Test
    void ofTwoMethodsOfOneNameTheSecondHasTheNameOfItsClass() throws IOException {
        List<ProposedPhase> phases = phases("""
                a.Main.main;a.CsvReader.read 20
                a.Main.main;a.JsonReader.read 10
                """);

        assertThat(phases).extracting(ProposedPhase::name).containsExactly("read", "json_reader_read");
    }

    @Test
    void theMainClassIsNotThatOfALauncher() throws IOException {
        List<ProposedPhase> phases = phases("""
                org.springframework.boot.loader.launch.JarLauncher.main;com.example.App.main;com.example.Work.load 20
                org.springframework.boot.loader.launch.JarLauncher.main;com.example.App.main;org.springframework.Ioc.start 20
                """);

        assertThat(phases).extracting(ProposedPhase::name).containsExactly("load");
    }

    @Test
    void withoutAMainMethodNothingIsProposed() throws IOException {
        assertThat(phases("a.Thing.run 10\n")).isEmpty();
        assertThat(phases("")).isEmpty();
    }

    private List<ProposedPhase> phases(String stacks) throws IOException {
        Files.writeString(folder.resolve("1.stacks"), stacks);
        return PhaseChoice.of(SampledStacks.read(folder));
    }
}
