package dev.perfagent.cli.command;

import dev.perfagent.cli.option.DurationConverter;
import dev.perfagent.cli.option.Format;
import dev.perfagent.cli.option.ManyFormats;
import dev.perfagent.cli.output.Document;
import dev.perfagent.cli.session.ExitCode;
import dev.perfagent.cli.session.Session;
import dev.perfagent.cli.view.monitor.MachineMetricsJson;
import dev.perfagent.cli.view.monitor.SpanSection;
import dev.perfagent.monitor.MachineProbe;
import dev.perfagent.monitor.MachineSample;
import dev.perfagent.monitor.MachineSpan;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at the machine once. */
@Command(
        name = "collect",
        addMethodSubcommands = false,
        header = "Shows once how the machine is, without a monitor; nothing is written.",
        footer = {"", "Example:", "  java -jar perf-agent.jar monitor collect --format json"})
final class MonitorCollectCommand implements Callable<Integer>, ManyFormats {
    private final Session session;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long CPU, network and disk are watched; 1s by default.")
    private Duration interval = Duration.ofSeconds(1);

    MonitorCollectCommand(Session session) {
        this.session = session;
    }

    @Override
    public Set<Format> formats() {
        return OF_DOCUMENTS;
    }

    @Override
    public Integer call() throws InterruptedException {
        File home = session.newHome().toAbsolutePath().toFile();
        File disk = home.exists() ? home : new File(System.getProperty("user.dir", "."));
        MachineProbe probe = new MachineProbe(disk, home, 0);
        Thread.sleep(interval.toMillis());
        MachineSample sample = probe.sample(session.clock().millis());
        if (session.common().isJson()) {
            session.json(MachineMetricsJson.of(sample));
        } else {
            Document document = new Document("The machine now");
            SpanSection.add(MachineSpan.of(List.of(sample)), document.opening());
            session.show(document);
        }
        return ExitCode.FINE;
    }
}
