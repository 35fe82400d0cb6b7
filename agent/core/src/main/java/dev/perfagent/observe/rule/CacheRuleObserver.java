package dev.perfagent.observe.rule;

import dev.perfagent.record.CacheTotals;
import dev.perfagent.record.Clock;
import dev.perfagent.record.Executions;
import dev.perfagent.record.Observer;
import dev.perfagent.record.OpenLookUp;
import dev.perfagent.record.RuleCacheTotals;
import dev.perfagent.record.ThreadState;
import dev.perfagent.settings.Rule;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Observes caches that only rules make known: what is looked up in them, and what is loaded because it was not there. */
public final class CacheRuleObserver implements Observer {
    private static final String UNNAMED = "cache";

    private final Executions executions;
    private final Clock clock;
    private final CacheNames names;
    private final Rule.Cache rule;

    public CacheRuleObserver(Executions executions, Clock clock, CacheNames names, Rule.Cache rule) {
        this.executions = executions;
        this.clock = clock;
        this.names = names;
        this.rule = rule;
    }

    /** Something is being loaded. */
    private record Load(@Nullable RuleCacheTotals totals, long startNanos) {}

    @Override
    public @Nullable Object entered(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        return switch (rule.role()) {
            case LOOK_UP -> looksUp(thread, self, argument);
            case LOAD -> loads(thread, self, argument);
            case CREATION -> name(null, argument);
        };
    }

    private OpenLookUp looksUp(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        OpenLookUp around = thread.lookUp;
        Object cache = self == null ? rule.name() : self;
        boolean isPart = around != null && around.isIn(cache);
        OpenLookUp lookUp = new OpenLookUp(cache, isPart ? null : totals(name(self, argument)), around);
        thread.lookUp = lookUp;
        return lookUp;
    }

    private Load loads(ThreadState thread, @Nullable Object self, @Nullable Object argument) {
        OpenLookUp around = thread.lookUp;
        RuleCacheTotals totals = around == null ? totals(name(self, argument)) : around.counting();
        if (around != null) {
            around.loads();
        }
        return new Load(totals, clock.nanos());
    }

    @Override
    public void exited(
            ThreadState thread, @Nullable Object token, @Nullable Object result, @Nullable Throwable thrown) {
        if (token instanceof OpenLookUp lookUp) {
            thread.lookUp = lookUp.outer;
            RuleCacheTotals totals = lookUp.totals;
            if (totals != null && (thrown == null || lookUp.isLoaded())) {
                totals.lookedUp(!lookUp.isLoaded() && isFound(result));
            }
        } else if (token instanceof Load load) {
            RuleCacheTotals totals = load.totals();
            if (totals != null) {
                totals.loaded(clock.nanos() - load.startNanos());
            }
        } else if (token instanceof String name && result != null) {
            names.add(result, name);
        }
    }

    private static boolean isFound(@Nullable Object result) {
        return result instanceof Optional<?> optional
                ? optional.isPresent()
                : result != null && !Boolean.FALSE.equals(result);
    }

    /** The name of the cache: that which the rule gives, or finds, or which the cache got where it was made. */
    private String name(@Nullable Object self, @Nullable Object found) {
        if (rule.nameAt() != null) {
            return found instanceof CharSequence || found instanceof Enum ? found.toString() : UNNAMED;
        }
        String given = self == null ? null : names.of(self);
        return given == null ? rule.name() : given;
    }

    private RuleCacheTotals totals(String name) {
        CacheTotals caches = executions.current().caches();
        RuleCacheTotals totals = caches.ofRule(name);
        return totals == null ? caches.ofRule(name, new RuleCacheTotals(GivenName.of(name))) : totals;
    }
}
