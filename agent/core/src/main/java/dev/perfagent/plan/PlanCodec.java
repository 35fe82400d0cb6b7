package dev.perfagent.plan;

import dev.perfagent.application.Application;
import dev.perfagent.settings.ObservedKinds;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Settings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A plan as bytes; the order of the fields is the format. What a warm run seldom needs is kept as a blob and read on demand. */
@SuppressWarnings("EnumOrdinal") // a plan is read by the very jar that wrote it: the jar is in its key
final class PlanCodec {
    private static final LoaderKind[] LOADERS = LoaderKind.values();

    private PlanCodec() {}

    static byte[] write(String key, Plan plan) {
        ByteWriter out = new ByteWriter();
        out.text(key);
        Settings settings = plan.settings();
        out.text(settings.application());
        out.text(settings.applicationVersion());
        out.integer(settings.rules().size());
        for (Rule rule : settings.rules()) {
            RuleCodec.write(out, rule);
        }
        out.texts(settings.gitHubHosts());
        out.flag(settings.observe().http());
        out.flag(settings.observe().caches());
        out.flag(settings.observe().processes());
        out.flag(settings.observe().resources());
        out.flag(settings.keepsRuns());
        out.integer(settings.retentionDays());
        Application application = plan.application();
        out.text(application.mainClass());
        out.text(application.version());
        out.text(application.name());
        out.texts(plan.problems());
        out.blob(plan.thresholdBytes());
        out.blob(plan.handoffClass());
        out.blob(plan.receiverClass());
        out.texts(plan.watched());
        out.blob(MatchCodec.write(plan.matches()));
        plan.writeEarly(out);
        plan.coverage().write(out);
        List<ClassEntry> entries = plan.classes().entries();
        out.integer(entries.size());
        for (ClassEntry entry : entries) {
            out.octet(entry.loader().ordinal());
            out.text(entry.name());
            out.integer(entry.length());
            out.integer(entry.crc());
            out.blob(entry.woven());
            out.texts(entry.supertypes());
        }
        return out.bytes();
    }

    /**
     * The plan in those bytes.
     *
     * @return null when it is another key's
     * @throws RuntimeException when the bytes are not a plan's
     */
    static @Nullable Plan read(String key, byte[] bytes, int from) {
        ByteReader in = new ByteReader(bytes, from);
        if (!key.equals(in.text())) {
            return null;
        }
        Settings settings = settings(in);
        Application application = new Application(in.text(), in.text(), in.required());
        Plan plan = new Plan(
                settings, application, in.texts(), in.blob(), in.requiredBlob(), in.requiredBlob(), in.texts());
        plan.restore(in.requiredBlob());
        plan.readEarly(in);
        plan.coverage().read(in);
        for (int left = in.count(); left > 0; left--) {
            plan.classes().add(entry(in, bytes));
        }
        return plan;
    }

    private static ClassEntry entry(ByteReader in, byte[] bytes) {
        LoaderKind loader = LOADERS[in.octet()];
        String name = in.required();
        int length = in.integer();
        int crc = in.integer();
        int woven = in.integer();
        int from = in.skip(Math.max(woven, 0));
        return new ClassEntry(
                loader, name, length, crc, woven < 0 ? null : bytes, from, Math.max(woven, 0), in.texts());
    }

    private static Settings settings(ByteReader in) {
        String application = in.text();
        String version = in.text();
        int rules = in.count();
        List<Rule> all = new ArrayList<>(rules);
        for (int i = 0; i < rules; i++) {
            all.add(RuleCodec.read(in));
        }
        return new Settings(
                application,
                version,
                all,
                new HashSet<>(in.texts()),
                new ObservedKinds(in.flag(), in.flag(), in.flag(), in.flag()),
                in.flag(),
                in.integer());
    }
}
