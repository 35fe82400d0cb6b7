package dev.perfagent.weave;

import dev.perfagent.plan.Observe;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.caffeine.CaffeineProbe;
import dev.perfagent.probe.httpclient.HttpClientProbe;
import dev.perfagent.probe.jvm.ShutdownProbe;
import dev.perfagent.probe.picocli.PicocliProbe;
import dev.perfagent.probe.process.ProcessProbe;
import dev.perfagent.probe.urlconnection.UrlConnectionProbe;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The probes that are wanted; here is where a new one is added. */
final class Probes {
    private Probes() {}

    static Probe[] of(Observe observe, @Nullable String mainClass, boolean mayFail) {
        List<Probe> probes = new ArrayList<>();
        if (mainClass != null) {
            probes.add(MainMethod.probe(mainClass.replace('.', '/')));
        }
        probes.add(new ShutdownProbe(mayFail));
        probes.add(new PicocliProbe());
        if (observe.http()) {
            probes.add(new HttpClientProbe());
            probes.add(new UrlConnectionProbe());
        }
        if (observe.caches()) {
            probes.add(new CaffeineProbe());
        }
        if (observe.processes()) {
            probes.add(new ProcessProbe());
        }
        return probes.toArray(new Probe[0]);
    }
}
