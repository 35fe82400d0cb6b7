package dev.perfagent.monitor;

import dev.perfagent.run.Decimal;
import dev.perfagent.run.IsoTime;
import dev.perfagent.run.JsonWriter;

/** A sample as a line of resources.csv and of NDJSON. */
final class SampleText {
    /** The first field of each line; a reader passes over others. */
    static final String KIND = "machine";

    private SampleText() {}

    static String csvHeading() {
        StringBuilder line = new StringBuilder("timestamp");
        for (MachineFigure figure : MachineFigure.values()) {
            line.append(',').append(figure.key());
        }
        return line.append(",top\r\n").toString();
    }

    static String csv(MachineSample sample) {
        StringBuilder line = new StringBuilder(IsoTime.utc(sample.timeMillis()));
        for (MachineFigure figure : MachineFigure.values()) {
            line.append(',');
            Double value = sample.of(figure);
            if (value != null) {
                Decimal.append(line, value);
            }
        }
        line.append(',');
        if (!sample.top().isEmpty()) {
            line.append('"').append(sample.top()).append('"'); // names without quotes, see TopPrograms
        }
        return line.append("\r\n").toString();
    }

    static String json(MachineSample sample, String host, String session) {
        JsonWriter json = new JsonWriter();
        json.open('{').name("kind").text(KIND);
        json.name("timestamp").text(IsoTime.utc(sample.timeMillis()));
        json.name("host").text(host).name("session").text(session);
        for (MachineFigure figure : MachineFigure.values()) {
            json.name(figure.key()).decimal(sample.of(figure));
        }
        json.name("top").text(sample.top().isEmpty() ? null : sample.top());
        return json.close('}').toString() + '\n';
    }
}
