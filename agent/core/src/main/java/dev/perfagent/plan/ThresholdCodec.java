package dev.perfagent.plan;

import dev.perfagent.run.AlertType;
import dev.perfagent.run.Severity;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.AlertPolicy;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Budget;
import dev.perfagent.threshold.Channel;
import dev.perfagent.threshold.Limit;
import dev.perfagent.threshold.Notification;
import dev.perfagent.threshold.PhaseBudget;
import dev.perfagent.threshold.Rating;
import dev.perfagent.threshold.Scenario;
import dev.perfagent.threshold.Thresholds;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What runs are judged by, as bytes. */
@SuppressWarnings("EnumOrdinal") // a plan is read by the very jar that wrote it: the jar is in its key
final class ThresholdCodec {
    private ThresholdCodec() {}

    static byte[] write(Thresholds thresholds) {
        ByteWriter out = new ByteWriter();
        Benchmarks benchmarks = thresholds.benchmarks();
        out.text(benchmarks.baselineDate());
        out.text(benchmarks.baselineVersion());
        out.integer(benchmarks.commands().size());
        for (Map.Entry<String, Budget> command : benchmarks.commands().entrySet()) {
            out.text(command.getKey());
            write(out, command.getValue());
        }
        out.integer(benchmarks.scenarios().size());
        for (Scenario scenario : benchmarks.scenarios()) {
            out.text(scenario.name());
            out.numbers(scenario.when());
            out.octet(scenario.expected().ordinal());
        }
        for (AlertType type : AlertType.values()) {
            write(out, thresholds.alerts().of(type));
        }
        Notification notification = thresholds.notification();
        write(out, notification.failOn());
        out.integer(notification.exitCode());
        out.texts(notification.command());
        return out.bytes();
    }

    private static void write(ByteWriter out, Budget budget) {
        for (Limit limit : Limit.values()) {
            out.number(budget.limit(limit));
        }
        out.integer(budget.phases().size());
        for (Map.Entry<String, PhaseBudget> phase : budget.phases().entrySet()) {
            out.text(phase.getKey());
            out.number(phase.getValue().targetMs());
            out.number(phase.getValue().maxAcceptableMs());
        }
        out.texts(budget.run());
    }

    private static void write(ByteWriter out, AlertPolicy policy) {
        out.flag(policy.enabled());
        out.number(policy.threshold());
        write(out, policy.severity());
        out.integer(policy.consecutiveViolations());
        for (Channel channel : Channel.values()) {
            out.flag(policy.channels().contains(channel));
        }
        out.real(policy.coolDownMinutes());
        out.flag(policy.repeatsCritical());
    }

    private static void write(ByteWriter out, @Nullable Severity severity) {
        out.octet(severity == null ? 0 : severity.ordinal() + 1);
    }

    static Thresholds read(byte[] bytes) {
        ByteReader in = new ByteReader(bytes, 0);
        Benchmarks benchmarks = benchmarks(in);
        Map<AlertType, AlertPolicy> policies = new EnumMap<>(AlertType.class);
        for (AlertType type : AlertType.values()) {
            policies.put(type, policy(in));
        }
        Notification notification = new Notification(severity(in), in.integer(), in.texts());
        return new Thresholds(benchmarks, new AlertPolicies(policies), notification);
    }

    private static Benchmarks benchmarks(ByteReader in) {
        String date = in.text();
        String version = in.text();
        Map<String, Budget> commands = new HashMap<>();
        for (int left = in.count(); left > 0; left--) {
            commands.put(in.required(), budget(in));
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (int left = in.count(); left > 0; left--) {
            scenarios.add(new Scenario(in.required(), in.numbers(), Rating.values()[in.octet()]));
        }
        return new Benchmarks(date, version, commands, scenarios);
    }

    private static Budget budget(ByteReader in) {
        Map<Limit, Double> limits = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            Double value = in.number();
            if (value != null) {
                limits.put(limit, value);
            }
        }
        Map<String, PhaseBudget> phases = new HashMap<>();
        for (int left = in.count(); left > 0; left--) {
            phases.put(in.required(), new PhaseBudget(in.number(), in.number()));
        }
        return new Budget(limits, phases, in.texts());
    }

    private static AlertPolicy policy(ByteReader in) {
        boolean enabled = in.flag();
        Double threshold = in.number();
        Severity severity = severity(in);
        int violations = in.integer();
        Set<Channel> channels = new HashSet<>();
        for (Channel channel : Channel.values()) {
            if (in.flag()) {
                channels.add(channel);
            }
        }
        return new AlertPolicy(enabled, threshold, severity, violations, channels, in.real(), in.flag());
    }

    private static @Nullable Severity severity(ByteReader in) {
        int ordinal = in.octet() - 1;
        return ordinal < 0 ? null : Severity.values()[ordinal];
    }
}
