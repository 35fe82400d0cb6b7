package dev.perfagent.weave;

import dev.perfagent.plan.RuleMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.asm.Advice;
import org.jspecify.annotations.Nullable;

/** What a rule or a probe wants of one class, and what became of it. */
final class Wish {
    private final int rule;
    private final String subject;
    private final boolean isNearMiss;
    private final List<Hooked> hooked = new ArrayList<>();
    private final List<String> lacking = new ArrayList<>();
    private String versions = "";

    /** Advice for a method. */
    static final class Hooked {
        private final MethodShape method;
        private final Advice advice;
        private @Nullable String refusal;

        private Hooked(MethodShape method, Advice advice) {
            this.method = method;
            this.advice = advice;
        }

        /** See {@link MethodShape#key}. */
        String key() {
            return method.key();
        }

        Advice advice() {
            return advice;
        }

        boolean isRefused() {
            return refusal != null;
        }

        /** Leaves it out of the class, because of that. */
        void refuse(String reason) {
            refusal = reason;
        }
    }

    /**
     * Nothing is wanted yet.
     *
     * @param rule as in {@link RuleMatch}
     * @param isNearMiss whether it is worth telling that nothing is wanted
     */
    Wish(int rule, String subject, boolean isNearMiss) {
        this.rule = rule;
        this.subject = subject;
        this.isNearMiss = isNearMiss;
    }

    void add(MethodShape method, Advice advice) {
        hooked.add(new Hooked(method, advice));
    }

    /** The class has no such method, so it is of another version of its library than those. */
    void lacks(String method, String knownVersions) {
        lacking.add(method);
        versions = knownVersions;
    }

    boolean isEmpty() {
        return hooked.isEmpty();
    }

    List<Hooked> hooked() {
        return hooked;
    }

    /** Says what was woven, what could not be, and whether it was nearly a match. */
    void tell(MatchLog log, String className) {
        List<String> woven = new ArrayList<>();
        Map<String, List<String>> refused = new LinkedHashMap<>();
        for (Hooked each : hooked) {
            String reason = each.refusal;
            List<String> methods = reason == null ? woven : refused.get(reason);
            if (methods == null) {
                methods = new ArrayList<>();
                refused.put(String.valueOf(reason), methods);
            }
            methods.add(each.method.name());
        }
        if (!woven.isEmpty() || (hooked.isEmpty() && isNearMiss)) {
            log.add(rule, subject, className, woven);
        }
        if (!lacking.isEmpty()) {
            log.addRefused(
                    rule, subject, className, lacking, "no such method in this version; known are ".concat(versions));
        }
        for (Map.Entry<String, List<String>> each : refused.entrySet()) {
            log.addRefused(rule, subject, className, each.getValue(), each.getKey());
        }
    }
}
