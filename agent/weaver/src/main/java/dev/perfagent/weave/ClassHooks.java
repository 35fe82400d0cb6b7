package dev.perfagent.weave;

import dev.perfagent.inline.BoundAdvice;
import dev.perfagent.plan.RuleMatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The hooks of one rule or probe for one class, and what became of them. */
final class ClassHooks {
    private final int rule;
    private final String subject;
    private final boolean isNearMiss;
    private final List<HookedMethod> methods = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private String versions = "";
    private boolean isNotObserved;
    private boolean isOneOfMany;

    /** A method and the advice for it. */
    static final class HookedMethod {
        private final MethodShape method;
        private final BoundAdvice advice;
        private @Nullable String refusal;

        private HookedMethod(MethodShape method, BoundAdvice advice) {
            this.method = method;
            this.advice = advice;
        }

        /** See {@link MethodShape#key}. */
        String key() {
            return method.key();
        }

        BoundAdvice advice() {
            return advice;
        }

        boolean isRefused() {
            return refusal != null;
        }

        /** Leaves the method as it is, for that reason. */
        void refuse(String reason) {
            refusal = reason;
        }
    }

    /**
     * No hooks yet.
     *
     * @param rule as in {@link RuleMatch}
     * @param isNearMiss whether a class without any hook is worth reporting
     */
    ClassHooks(int rule, String subject, boolean isNearMiss) {
        this.rule = rule;
        this.subject = subject;
        this.isNearMiss = isNearMiss;
    }

    void add(MethodShape method, BoundAdvice advice) {
        methods.add(new HookedMethod(method, advice));
    }

    /** Notes that a method is meant and cannot be hooked, for that reason. */
    void addRefused(MethodShape method, BoundAdvice advice, String reason) {
        HookedMethod refused = new HookedMethod(method, advice);
        refused.refuse(reason);
        methods.add(refused);
    }

    /** Notes that the class lacks a method, so that it is from another version of its library than the known ones. */
    void misses(String method, String knownVersions) {
        missing.add(method);
        versions = knownVersions;
    }

    /** Notes that the class is of a library that nobody observes. */
    void leavesUnobserved() {
        isNotObserved = true;
    }

    /** Notes that the class is one of so many that a list of them says nothing. */
    void isOneOfMany() {
        isOneOfMany = true;
    }

    boolean isEmpty() {
        return methods.isEmpty();
    }

    List<HookedMethod> methods() {
        return methods;
    }

    /** Logs what was woven, what could not be woven, and whether the class was a near miss. */
    void report(MatchLog log, String className) {
        if (isOneOfMany || subject.isEmpty()) {
            return;
        }
        List<String> woven = new ArrayList<>();
        Map<String, List<String>> refused = new LinkedHashMap<>();
        for (HookedMethod each : methods) {
            String reason = each.refusal;
            List<String> names = reason == null ? woven : refused.get(reason);
            if (names == null) {
                names = new ArrayList<>();
                refused.put(String.valueOf(reason), names);
            }
            names.add(each.method.name());
        }
        if (isNotObserved) {
            log.addRefused(rule, subject, className, List.of(), "requests of this client are not recorded");
            return;
        }
        if (!woven.isEmpty() || (methods.isEmpty() && isNearMiss)) {
            log.add(rule, subject, className, woven);
        }
        if (!missing.isEmpty()) {
            log.addRefused(
                    rule, subject, className, missing, "no such method in this version; known are ".concat(versions));
        }
        for (Map.Entry<String, List<String>> each : refused.entrySet()) {
            log.addRefused(rule, subject, className, each.getValue(), each.getKey());
        }
    }
}
