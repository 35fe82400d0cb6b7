package com.example.ghpm.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The words that the demo data is put together from. */
final class Vocabulary {
    /** Names by login. */
    static final Map<String, String> PEOPLE = ordered(
            "ada", "Ada Byron",
            "edwin", "Edwin Moon",
            "katherine", "Katherine Orbit",
            "sergei", "Sergei Stage");

    /** Descriptions by name; a description of the form {@code field=value; weight=n} is what ghpm reads a field from. */
    static final Map<String, String> LABELS = ordered(
            "priority: critical", "field=priority; weight=8",
            "priority: high", "field=priority; weight=5",
            "priority: medium", "field=priority; weight=3",
            "priority: low", "field=priority; weight=1",
            "size: small", "field=size; weight=3",
            "size: medium", "field=size; weight=2",
            "size: large", "field=size; weight=1",
            "area: flight", "field=area; weight=2",
            "area: ground", "field=area; weight=1",
            "area: safety", "field=area; weight=4",
            "blocked", "Waits for something else",
            "triaged", "Looked at and ranked");

    private static final List<String> VERBS =
            List.of("Fix", "Improve", "Document", "Replace", "Test", "Simplify", "Remove", "Speed up");
    private static final List<String> THINGS = List.of(
            "telemetry drift",
            "valve timing",
            "fuel gauge",
            "attitude sensor",
            "countdown display",
            "abort sequence",
            "heat shield model",
            "radio handshake",
            "stage separation",
            "parachute release");
    private static final List<String> PLACES =
            List.of("on the pad", "in orbit", "during ascent", "in the simulator", "for night launches", "at re-entry");
    private static final List<String> SENTENCES = List.of(
            "It shows up about once in twenty rehearsals and nobody has a recording yet.",
            "The old behaviour was agreed on before the second stage had its own computer.",
            "Whoever takes this should talk to the people on the night shift first.",
            "A workaround exists, but it costs four minutes of every countdown.",
            "The numbers on the display and the numbers in the log differ by one sample.",
            "We have seen the same thing on the test stand, with another sensor.",
            "This blocks nothing today; it will once the new engine is fitted.",
            "Please keep the interface as it is, three other teams read from it.");

    private Vocabulary() {}

    static String title(Random random) {
        return any(VERBS, random) + " " + any(THINGS, random) + " " + any(PLACES, random);
    }

    static String body(Random random) {
        var sentences = new ArrayList<String>();
        for (int i = 3 + random.nextInt(6); i > 0; i--) {
            sentences.add(any(SENTENCES, random));
        }
        return String.join(" ", sentences);
    }

    /** One label of each field, the middling ones more often, and sometimes a word on the state. */
    static List<String> labelsOfATask(Random random) {
        var labels = new ArrayList<String>();
        labels.add(
                skewed(List.of("priority: medium", "priority: high", "priority: low", "priority: critical"), random));
        labels.add(skewed(List.of("size: medium", "size: small", "size: large"), random));
        labels.add(skewed(List.of("area: flight", "area: ground", "area: safety"), random));
        if (random.nextInt(10) == 0) {
            labels.add("blocked");
        }
        return labels;
    }

    private static String skewed(List<String> options, Random random) {
        for (String option : options) {
            if (random.nextInt(100) < 55) {
                return option;
            }
        }
        return options.get(0);
    }

    private static String any(List<String> options, Random random) {
        return options.get(random.nextInt(options.size()));
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }
}
