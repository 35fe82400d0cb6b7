package dev.perfagent.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON form of a run: one line, the field names of docs/run-format.md. */
public final class RunJson {
    private final JsonWriter json = new JsonWriter();

    private RunJson() {}

    /** The run as one line without its line end. */
    public static String line(Run run) {
        RunJson form = new RunJson();
        form.json.open('{');
        form.write(run);
        return form.json.close('}').toString();
    }

    /**
     * A start marker: what is known of a run while it goes on.
     *
     * @param startTicks field 22 of {@code /proc/PID/stat}; null where there is none
     * @param refreshedMillis when the marker was written
     */
    public static String marker(Run run, long pid, @Nullable Long startTicks, long refreshedMillis) {
        RunJson form = new RunJson();
        form.json.open('{');
        form.json.name("pid").whole(pid).name("start_ticks").whole(startTicks);
        form.text("refreshed", IsoTime.utc(refreshedMillis));
        form.write(run);
        return form.json.close('}').toString();
    }

    /**
     * Alerts as a program gets them: those that are reported, and what they are about.
     *
     * @param omitted how many more there were
     */
    public static String withAlerts(AlertOrigin origin, List<Alert> alerts, int omitted) {
        RunJson form = new RunJson();
        form.json.open('{');
        form.json.name("schema").whole(Run.SCHEMA);
        Outcome outcome = origin.outcome();
        form.text("execution_id", origin.id());
        form.text("timestamp", IsoTime.utc(origin.startMillis()));
        form.text("end_timestamp", IsoTime.utc(origin.endMillis()));
        form.text("application", origin.application());
        form.text("application_version", origin.applicationVersion());
        form.text("command", origin.command());
        form.text("outcome", outcome == null ? null : outcome.text());
        form.whole("exit_code", origin.exitCode());
        form.decimal("total_ms", origin.totalMs());
        form.text("host", origin.host());
        form.text("ci", origin.ci());
        form.alerts(alerts);
        form.whole("omitted_alerts", omitted);
        return form.json.close('}').toString();
    }

    private void write(Run run) {
        json.name("schema").whole(Run.SCHEMA);
        text("execution_id", run.executionId());
        text("timestamp", IsoTime.utc(run.startMillis()));
        text("end_timestamp", IsoTime.utc(run.endMillis()));
        text("application", run.application());
        text("application_version", run.applicationVersion());
        text("command", run.command());
        texts("options", run.options());
        text("outcome", run.outcome().text());
        whole("exit_code", run.exitCode());
        json.name("error");
        failure(run.error());
        duration(run.duration());
        resources(run.resourceUsage(), run.http());
        json.name("github_api");
        gitHub(run.gitHubApi());
        http(run.http());
        caches(run.caches());
        processes(run.processes());
        context(run.context());
        environment(run.environment());
        self(run.self());
        alerts(run.alerts());
    }

    private void failure(@Nullable Failure failure) {
        if (failure == null) {
            json.text(null);
            return;
        }
        json.open('{');
        text("type", failure.type());
        text("message", failure.message());
        json.close('}');
    }

    private void duration(Duration duration) {
        json.name("duration").open('{');
        decimal("total_ms", duration.totalMs());
        decimal("process_ms", duration.processMs());
        decimal("jvm_startup_ms", duration.jvmStartupMs());
        decimal("main_class_ms", duration.mainClassMs());
        decimal("until_main_ms", duration.untilMainMs());
        decimal("until_command_ms", duration.untilCommandMs());
        json.name("phases").open('{');
        for (Phase phase : duration.phases()) {
            json.name(phase.name()).open('{');
            decimal("ms", phase.ms());
            decimal("self_ms", phase.selfMs());
            whole("count", phase.count());
            whole("heap_delta_bytes", phase.heapDeltaBytes());
            whole("allocated_bytes", phase.allocatedBytes());
            decimal("cpu_ms", phase.cpuMs());
            decimal("cpu_wait_ms", phase.cpuWaitMs());
            decimal("parallelism", phase.parallelism());
            decimal("saved_ms", phase.savedMs());
            json.close('}');
        }
        json.close('}').close('}');
    }

    private void resources(ResourceUsage usage, @Nullable List<HttpHost> hosts) {
        json.name("resource_usage").open('{');
        whole("heap_delta_bytes", usage.heapDeltaBytes());
        decimal("peak_memory_mb", usage.peakMemoryMb());
        decimal("average_memory_mb", usage.averageMemoryMb());
        decimal("peak_rss_mb", usage.peakRssMb());
        whole("allocated_bytes", usage.allocatedBytes());
        decimal("cpu_time_ms", usage.cpuTimeMs());
        whole("gc_count", usage.gcCount());
        decimal("gc_ms", usage.gcMs());
        whole("io_operations", usage.ioOperations());
        whole("classes_loaded", usage.classesLoaded());
        whole("classes_shared", usage.classesShared());
        decimal("jit_ms", usage.jitMs());
        whole("threads_peak", usage.threadsPeak());
        contention(usage.contention());
        whole("bytes_sent", sum(hosts, true));
        whole("bytes_received", sum(hosts, false));
        json.close('}');
    }

    private static @Nullable Long sum(@Nullable List<HttpHost> hosts, boolean isSent) {
        Long sum = null;
        if (hosts != null) {
            for (HttpHost host : hosts) {
                Long bytes = isSent ? host.bytesSent() : host.bytesReceived();
                sum = bytes == null ? sum : (sum == null ? bytes : Long.valueOf(sum + bytes));
            }
        }
        return sum;
    }

    private void contention(Contention contention) {
        decimal("thread_cpu_ms", contention.threadCpuMs());
        decimal("cpu_wait_ms", contention.cpuWaitMs());
        decimal("jvm_cpu_ms", contention.jvmCpuMs());
        decimal("steal_ms", contention.stealMs());
        decimal("machine_busy", contention.machineBusy());
        decimal("throttled_cpu_ms", contention.throttledCpuMs());
        json.name("pressure").open('{');
        decimal("cpu", contention.pressureCpu());
        decimal("io", contention.pressureIo());
        decimal("memory", contention.pressureMemory());
        json.close('}');
        decimal("gauge_ms", contention.gaugeMs());
        decimal("look_us", contention.lookUs());
        text("gauge_id", contention.gaugeId());
    }

    private void gitHub(@Nullable GitHubApi api) {
        if (api == null) {
            json.text(null);
        } else {
            GitHubJson.write(api, json); // its class is loaded by runs that called GitHub only
        }
    }

    private void http(@Nullable List<HttpHost> hosts) {
        json.name("http");
        if (hosts == null) {
            json.text(null);
            return;
        }
        json.open('[');
        for (HttpHost host : hosts) {
            json.open('{');
            text("host", host.host());
            whole("requests", host.requests());
            decimal("ms", host.ms());
            whole("errors", host.errors());
            whole("bytes", host.bytes());
            whole("bytes_sent", host.bytesSent());
            whole("bytes_received", host.bytesReceived());
            limit(host.limit());
            json.close('}');
        }
        json.close(']');
    }

    private void limit(@Nullable HostLimit limit) {
        json.name("rate_limit");
        if (limit == null) {
            json.text(null);
            return;
        }
        json.open('{');
        text("name", limit.name());
        whole("limit", limit.limit());
        whole("remaining", limit.remaining());
        text("reset", GitHubJson.time(limit.resetEpochSeconds()));
        whole("refused", limit.refused());
        whole("retry_after_s", limit.retryAfterSeconds());
        json.close('}');
    }

    private void caches(@Nullable List<Cache> caches) {
        json.name("caches");
        if (caches == null) {
            json.text(null);
            return;
        }
        json.open('[');
        for (Cache cache : caches) {
            json.open('{');
            text("name", cache.name());
            text("kind", cache.kind());
            whole("hits", cache.hits());
            whole("misses", cache.misses());
            decimal("hit_rate", cache.hitRate());
            whole("evictions", cache.evictions());
            whole("loads", cache.loads());
            decimal("load_ms", cache.loadMs());
            whole("size", cache.size());
            json.close('}');
        }
        json.close(']');
    }

    private void processes(@Nullable List<ProcessUse> processes) {
        json.name("processes");
        if (processes == null) {
            json.text(null);
            return;
        }
        json.open('[');
        for (ProcessUse process : processes) {
            json.open('{');
            text("program", process.program());
            whole("count", process.count());
            decimal("ms", process.ms());
            whole("failures", process.failures());
            json.close('}');
        }
        json.close(']');
    }

    private void context(Map<String, Object> context) {
        json.name("context").open('{');
        if (!context.isEmpty()) { // going through an empty map takes five more classes of the JDK
            for (Map.Entry<String, Object> entry : context.entrySet()) {
                json.name(entry.getKey());
                value(entry.getValue());
            }
        }
        json.close('}');
    }

    private void value(Object value) {
        if (value instanceof Boolean b) {
            json.flag(b);
        } else if (value instanceof Double || value instanceof Float) {
            json.decimal(((Number) value).doubleValue());
        } else if (value instanceof Number number) {
            json.whole(number);
        } else {
            json.text(value.toString());
        }
    }

    private void environment(Environment environment) {
        json.name("environment").open('{');
        text("host", environment.host());
        text("user", environment.user());
        text("os", environment.os());
        text("arch", environment.arch());
        text("cpu", environment.cpu());
        whole("cores", environment.cores());
        whole("memory_mb", environment.memoryMb());
        text("jdk", environment.jdk());
        text("jvm_flags", environment.jvmFlags());
        text("ci", environment.ci());
        whole("pid", environment.pid());
        text("traceparent", environment.traceparent());
        text("system_scores", environment.systemScores());
        text("fingerprint", environment.fingerprint());
        json.close('}');
    }

    private void self(AgentCost self) {
        json.name("self").open('{');
        text("agent_version", self.agentVersion());
        text("plan", self.plan());
        decimal("premain_ms", self.premainMs());
        decimal("weave_ms", self.weaveMs());
        decimal("watched_ms", self.watchedMs());
        json.name("classes_missed").flag(self.classesMissed());
        decimal("exit_ms", self.exitMs());
        whole("hook_calls", self.hookCalls());
        json.close('}');
    }

    private void alerts(List<Alert> alerts) {
        json.name("alerts").open('[');
        for (Alert alert : alerts) {
            json.open('{');
            text("type", alert.type().key());
            text("measure", alert.measure().key());
            text("severity", alert.severity().text());
            text("subject", alert.subject());
            decimal("current", alert.current());
            decimal("threshold", alert.threshold());
            decimal("baseline", alert.baseline());
            text("unit", alert.unit());
            text("evidence", alert.evidence());
            text("tip", alert.tip());
            texts("tips", alert.tips());
            json.close('}');
        }
        json.close(']');
    }

    private void texts(String name, List<String> values) {
        json.name(name).open('[');
        for (String value : values) {
            json.text(value);
        }
        json.close(']');
    }

    private void text(String name, @Nullable String value) {
        json.name(name).text(value);
    }

    private void whole(String name, @Nullable Number value) {
        json.name(name).whole(value);
    }

    private void decimal(String name, @Nullable Double value) {
        json.name(name).decimal(value);
    }
}
