package dev.perfagent.plan;

import dev.perfagent.settings.CacheRole;
import dev.perfagent.settings.Rule;
import dev.perfagent.settings.Target;
import dev.perfagent.settings.ValuePath;

/** Rules as bytes. */
final class RuleCodec {
    private RuleCodec() {}

    static void write(ByteWriter out, Rule rule) {
        out.text(rule.section());
        out.text(rule.name());
        out.text(rule.target().className());
        out.text(rule.target().annotated());
        out.text(rule.target().implementing());
        out.texts(rule.target().methods());
        out.texts(rule.target().excludedClasses());
        out.texts(rule.target().excludedMethods());
        if (rule instanceof Rule.Phase phase) {
            out.real(phase.minMs());
        } else if (rule instanceof Rule.Context context) {
            out.integer(context.value().argument());
            out.flag(context.value().size());
            out.text(context.value().field());
        } else if (rule instanceof Rule.Cache cache) {
            ValuePath name = cache.nameAt();
            out.text(cache.role().text());
            out.flag(name != null);
            if (name != null) {
                out.integer(name.argument());
                out.text(name.field());
            }
        }
    }

    private static Rule cache(String name, Target target, ByteReader in) {
        String text = in.required();
        CacheRole role = CacheRole.of(text);
        if (role == null) {
            throw new IllegalStateException("no role: " + text);
        }
        return new Rule.Cache(name, target, role, in.flag() ? new ValuePath(in.integer(), false, in.text()) : null);
    }

    static Rule read(ByteReader in) {
        String section = in.required();
        String name = in.required();
        Target target = new Target(in.text(), in.text(), in.text(), in.texts(), in.texts(), in.texts());
        return switch (section) {
            case "commands" -> new Rule.Command(name, target);
            case "phases" -> new Rule.Phase(name, target, in.real());
            case "api_clients" -> new Rule.Operation(name, target);
            case "context" -> new Rule.Context(name, target, new ValuePath(in.integer(), in.flag(), in.text()));
            case "caches" -> cache(name, target, in);
            default -> throw new IllegalStateException("no rule: " + section);
        };
    }
}
