package dev.perfagent.export.push;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The services that runs can be sent to, and the environment variables that their own programs read, too. */
public final class Services {
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+");

    private Services() {}

    /**
     * Datadog.
     *
     * @param endpoint null for the usual one of the site
     * @throws IllegalArgumentException says what is missing or wrong, here and below
     */
    public static Destination datadog(@Nullable String endpoint, Map<String, String> environment) {
        String site = environment.getOrDefault("DD_SITE", "datadoghq.com");
        if (!HOST.matcher(site).matches()) {
            throw new IllegalArgumentException("DD_SITE is no name of a site; one is datadoghq.eu");
        }
        String address = endpoint == null ? "https://api." + site : endpoint;
        return new Destination(
                "datadog",
                Destination.address(address),
                Map.of("DD-API-KEY", key("DD_API_KEY", environment)),
                Packing.DATADOG);
    }

    public static Destination newRelic(@Nullable String endpoint, Map<String, String> environment) {
        String key = key("NEW_RELIC_LICENSE_KEY", environment);
        String region = key.startsWith("eu") ? "eu." : "";
        String address = endpoint == null ? "https://metric-api." + region + "newrelic.com" : endpoint;
        return new Destination("newrelic", Destination.address(address), Map.of("Api-Key", key), Packing.NEW_RELIC);
    }

    /** A collector of OpenTelemetry; no key is needed. */
    public static Destination otlp(@Nullable String endpoint, Map<String, String> environment) {
        String address = endpoint == null
                ? environment.getOrDefault("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4318")
                : endpoint;
        Map<String, String> headers = new LinkedHashMap<>();
        for (String header :
                environment.getOrDefault("OTEL_EXPORTER_OTLP_HEADERS", "").split(",", -1)) {
            int equals = header.indexOf('=');
            if (equals > 0) {
                headers.put(
                        header.substring(0, equals).strip(),
                        URLDecoder.decode(header.substring(equals + 1).strip(), StandardCharsets.UTF_8));
            }
        }
        return new Destination("otlp", Destination.address(address), headers, Packing.OTLP);
    }

    /** InfluxDB, by the address for writing with organisation and bucket; no key is needed for an open one. */
    public static Destination influx(@Nullable String endpoint, Map<String, String> environment) {
        if (endpoint == null) {
            throw new IllegalArgumentException(
                    "give --endpoint, such as 'https://influx.example.com/api/v2/write?org=ORG&bucket=BUCKET'");
        }
        String token = environment.get("INFLUX_TOKEN");
        return new Destination(
                "influx",
                Destination.address(endpoint),
                token == null || token.isEmpty() ? Map.of() : Map.of("Authorization", "Token " + token),
                Packing.INFLUX);
    }

    private static String key(String variable, Map<String, String> environment) {
        String key = environment.getOrDefault(variable, "").strip();
        if (key.isEmpty()) {
            throw new IllegalArgumentException("the environment variable " + variable + " is missing");
        }
        if (!key.chars().allMatch(c -> c > ' ' && c <= '~')) {
            throw new IllegalArgumentException("the environment variable " + variable + " is no key");
        }
        return key;
    }
}
