package dev.perfagent.weave;

import dev.perfagent.probe.Probe;
import dev.perfagent.probe.airline.AirlineProbe;
import dev.perfagent.probe.apache.ApacheHttpProbe;
import dev.perfagent.probe.apache4.ApacheHttp4Probe;
import dev.perfagent.probe.api.ApiProbe;
import dev.perfagent.probe.argparse4j.Argparse4jProbe;
import dev.perfagent.probe.args4j.Args4jProbe;
import dev.perfagent.probe.caffeine.CaffeineProbe;
import dev.perfagent.probe.clikt.CliktProbe;
import dev.perfagent.probe.commonscli.CommonsCliProbe;
import dev.perfagent.probe.coroutine.CoroutineProbe;
import dev.perfagent.probe.guava.GuavaProbe;
import dev.perfagent.probe.httpclient.HttpClientProbe;
import dev.perfagent.probe.hub4j.Hub4jProbe;
import dev.perfagent.probe.jcommander.JCommanderProbe;
import dev.perfagent.probe.jetty.JettyProbe;
import dev.perfagent.probe.joptsimple.JOptSimpleProbe;
import dev.perfagent.probe.jvm.ShutdownProbe;
import dev.perfagent.probe.kotlinxcli.KotlinxCliProbe;
import dev.perfagent.probe.ktor.KtorCioProbe;
import dev.perfagent.probe.networksetting.NetworkSettingProbe;
import dev.perfagent.probe.okhttp.OkHttpProbe;
import dev.perfagent.probe.picocli.PicocliProbe;
import dev.perfagent.probe.process.ProcessProbe;
import dev.perfagent.probe.reactornetty.ReactorNettyProbe;
import dev.perfagent.probe.springshell.SpringShellProbe;
import dev.perfagent.probe.urlconnection.UrlConnectionProbe;
import dev.perfagent.settings.ObservedKinds;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of all probes. A new probe is added here. */
final class Probes {
    private Probes() {}

    static Probe[] of(boolean hasRules, ObservedKinds observe, @Nullable String mainClass, boolean mayFail) {
        List<Probe> probes = new ArrayList<>();
        if (mainClass != null) {
            probes.add(MainMethod.probe(mainClass.replace('.', '/')));
        }
        probes.add(ShutdownProbe.of(mayFail));
        probes.add(ApiProbe.PROBE);
        probes.add(PicocliProbe.PROBE);
        probes.add(JCommanderProbe.PROBE);
        probes.add(Args4jProbe.PROBE);
        probes.add(JOptSimpleProbe.PROBE);
        probes.add(Argparse4jProbe.PROBE);
        probes.add(CommonsCliProbe.PROBE);
        probes.add(AirlineProbe.PROBE);
        probes.add(CliktProbe.PROBE);
        probes.add(KotlinxCliProbe.PROBE);
        probes.add(SpringShellProbe.PROBE);
        if (hasRules) {
            probes.add(CoroutineProbe.PROBE);
        }
        if (observe.http()) {
            probes.add(NetworkSettingProbe.PROBE);
            probes.add(HttpClientProbe.PROBE);
            probes.add(UrlConnectionProbe.PROBE);
            probes.add(OkHttpProbe.PROBE);
            probes.add(ApacheHttpProbe.PROBE);
            probes.add(ApacheHttp4Probe.PROBE);
            probes.add(JettyProbe.PROBE);
            probes.add(Hub4jProbe.PROBE);
            probes.add(ReactorNettyProbe.PROBE);
            probes.add(KtorCioProbe.PROBE);
            probes.addAll(UnobservedClients.PROBES);
        }
        if (observe.caches()) {
            probes.add(CaffeineProbe.PROBE);
            probes.add(GuavaProbe.PROBE);
        }
        if (observe.processes()) {
            probes.add(ProcessProbe.PROBE);
        }
        return probes.toArray(new Probe[0]);
    }
}
