package dev.perfagent.plan;

import dev.perfagent.run.AlertType;
import dev.perfagent.threshold.AlertPolicies;
import dev.perfagent.threshold.AlertPolicy;
import dev.perfagent.threshold.Benchmarks;
import dev.perfagent.threshold.Budget;
import dev.perfagent.threshold.Channel;
import dev.perfagent.threshold.Rating;
import dev.perfagent.threshold.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A plan out of its bytes; the mirror of {@link PlanWriter}. No Java deserialisation: numbers, texts and class files, and nothing
 * in them decides which class is made.
 */
@SuppressWarnings("EnumOrdinal") // a plan is read by the very jar that wrote it: the jar is in its key
final class PlanReader {
    private static final LoaderKind[] LOADERS = LoaderKind.values();

    private final byte[] bytes;
    private int at;

    private PlanReader(byte[] bytes, int from) {
        this.bytes = bytes;
        this.at = from;
    }

    /**
     * The plan in those bytes.
     *
     * @return null when it is another key's
     * @throws RuntimeException when the bytes are not a plan's
     */
    static @Nullable Plan plan(String key, byte[] bytes, int from) {
        PlanReader reader = new PlanReader(bytes, from);
        return key.equals(reader.text()) ? reader.plan() : null;
    }

    private Plan plan() {
        Application application = new Application(text(), text(), text(), required());
        List<String> problems = texts();
        Settings settings = settings();
        Plan plan = new Plan(settings, application, problems, requiredBlob(), requiredBlob(), texts());
        plan.restore(matches());
        for (int left = count(); left > 0; left--) {
            plan.add(new ClassEntry(LOADERS[octet()], required(), integer(), integer(), blob()));
        }
        return plan;
    }

    private Settings settings() {
        String application = text();
        String version = text();
        List<Rule> rules = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            rules.add(rule());
        }
        Set<String> hosts = new HashSet<>(texts());
        Observe observe = new Observe(flag(), flag(), flag(), flag());
        Retention journal = new Retention(flag(), integer());
        Benchmarks benchmarks = benchmarks();
        Map<AlertType, AlertPolicy> policies = new EnumMap<>(AlertType.class);
        for (AlertType type : AlertType.values()) {
            policies.put(type, policy());
        }
        return new Settings(
                application, version, rules, hosts, observe, journal, benchmarks, new AlertPolicies(policies));
    }

    private Rule rule() {
        String section = required();
        String name = required();
        Target target = new Target(text(), text(), text(), texts());
        return switch (section) {
            case "commands" -> new Rule.Command(name, target);
            case "phases" -> new Rule.Phase(name, target, real());
            case "api_clients" -> new Rule.Operation(name, target);
            case "context" -> new Rule.Context(name, target, new ValuePath(integer(), flag()));
            default -> throw new IllegalStateException("no rule: " + section);
        };
    }

    private Benchmarks benchmarks() {
        String date = text();
        String version = text();
        Map<String, Budget> commands = new HashMap<>();
        for (int left = count(); left > 0; left--) {
            commands.put(required(), budget());
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            scenarios.add(new Scenario(required(), numbers(), Rating.values()[octet()]));
        }
        return new Benchmarks(date, version, commands, scenarios);
    }

    private Budget budget() {
        Double baseline = number();
        Double target = number();
        Double most = number();
        Double heap = number();
        Double requests = number();
        return new Budget(
                baseline,
                target,
                most,
                heap,
                requests == null ? null : Long.valueOf(requests.longValue()),
                number(),
                numbers(),
                texts());
    }

    private AlertPolicy policy() {
        boolean enabled = flag();
        Double threshold = number();
        int violations = integer();
        Set<Channel> channels = new HashSet<>();
        for (Channel channel : Channel.values()) {
            if (flag()) {
                channels.add(channel);
            }
        }
        return new AlertPolicy(enabled, threshold, violations, channels);
    }

    private List<RuleMatch> matches() {
        List<RuleMatch> matches = new ArrayList<>();
        for (int left = count(); left > 0; left--) {
            matches.add(new RuleMatch(integer(), required(), required(), texts()));
        }
        return matches;
    }

    private Map<String, Double> numbers() {
        Map<String, Double> numbers = new HashMap<>();
        for (int left = count(); left > 0; left--) {
            numbers.put(required(), real());
        }
        return numbers;
    }

    private @Nullable Double number() {
        double value = real();
        return Double.isNaN(value) ? null : Double.valueOf(value);
    }

    private List<String> texts() {
        int count = count();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(required());
        }
        return texts;
    }

    private String required() {
        String text = text();
        if (text == null) {
            throw new IllegalStateException("a text is missing at " + at);
        }
        return text;
    }

    private @Nullable String text() {
        int length = integer();
        if (length < 0) {
            return null;
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    private byte[] requiredBlob() {
        byte[] blob = blob();
        if (blob == null) {
            throw new IllegalStateException("a class is missing at " + at);
        }
        return blob;
    }

    private byte @Nullable [] blob() {
        int length = integer();
        if (length < 0) {
            return null;
        }
        byte[] blob = new byte[checked(length)];
        System.arraycopy(bytes, at, blob, 0, length);
        at += length;
        return blob;
    }

    /** Of things that take at least a byte each: more than there are bytes left is nonsense. */
    private int count() {
        return checked(integer());
    }

    private int checked(int length) {
        if (length < 0 || length > bytes.length - at) {
            throw new IllegalStateException("a length of " + length + " at " + at);
        }
        return length;
    }

    private boolean flag() {
        return octet() != 0;
    }

    private int octet() {
        return bytes[at++] & 0xff;
    }

    private int integer() {
        at += 4;
        return bytes[at - 4] << 24 | (bytes[at - 3] & 0xff) << 16 | (bytes[at - 2] & 0xff) << 8 | bytes[at - 1] & 0xff;
    }

    private double real() {
        long high = integer();
        return Double.longBitsToDouble(high << 32 | integer() & 0xffffffffL);
    }
}
