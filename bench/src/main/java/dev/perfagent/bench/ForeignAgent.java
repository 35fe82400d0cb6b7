package dev.perfagent.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * Agents made for servers, as their makers ship them, set to send nothing anywhere and otherwise left at their defaults: what
 * they would send could only add to what they cost.
 */
enum ForeignAgent {
    /** No exporter. */
    OPENTELEMETRY(
            "OpenTelemetry",
            "opentelemetry-javaagent",
            "-Dotel.traces.exporter=none",
            "-Dotel.metrics.exporter=none",
            "-Dotel.logs.exporter=none"),
    /** Its trace agent is looked for at a loopback port that nobody listens on; no telemetry, no remote configuration. */
    DATADOG(
            "Datadog",
            "dd-java-agent",
            "-Ddd.trace.agent.url=http://127.0.0.1:9",
            "-Ddd.instrumentation.telemetry.enabled=false",
            "-Ddd.remote_config.enabled=false"),
    /** Its own switch for tests; and no look for a cloud's metadata service. */
    ELASTIC(
            "Elastic APM",
            "elastic-apm-agent",
            "-Delastic.apm.disable_send=true",
            "-Delastic.apm.central_config=false",
            "-Delastic.apm.cloud_provider=NONE",
            "-Delastic.apm.server_url=http://127.0.0.1:9"),
    /**
     * Enabled, with a licence key of the right form and a collector at a loopback port that nobody listens on, which it tries to
     * reach beside the program; without a key it would stop before instrumenting anything. No look for a cloud's metadata
     * service.
     */
    NEW_RELIC(
            "New Relic",
            "newrelic-agent",
            "-Dnewrelic.config.license_key=0000000000000000000000000000000000000000",
            "-Dnewrelic.config.app_name=bench",
            "-Dnewrelic.config.host=127.0.0.1",
            "-Dnewrelic.config.port=9",
            "-Dnewrelic.config.utilization.detect_aws=false",
            "-Dnewrelic.config.utilization.detect_azure=false",
            "-Dnewrelic.config.utilization.detect_gcp=false",
            "-Dnewrelic.config.utilization.detect_pcf=false",
            "-Dnewrelic.config.utilization.detect_docker=false",
            "-Dnewrelic.config.utilization.detect_kubernetes=false",
            "-Dnewrelic.config.log_file_path=HOME");

    private final String label;
    private final String artifact;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> settings;

    ForeignAgent(String label, String artifact, String... settings) {
        this.label = label;
        this.artifact = artifact;
        this.settings = List.of(settings);
    }

    /** As people call it. */
    String label() {
        return label;
    }

    /** Its Maven artifact. */
    String artifact() {
        return artifact;
    }

    /** JVM arguments; what it writes goes into that folder. */
    List<String> settings(Path folder) {
        return settings.stream()
                .map(setting -> setting.replace("HOME", folder.toString()))
                .toList();
    }
}
