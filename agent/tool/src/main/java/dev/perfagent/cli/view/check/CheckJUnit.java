package dev.perfagent.cli.view.check;

import dev.perfagent.check.CheckedRun;
import dev.perfagent.check.RunParts;
import dev.perfagent.cli.option.FailOn;
import dev.perfagent.cli.output.Decimals;
import dev.perfagent.cli.output.Output;
import dev.perfagent.cli.output.SafeText;
import dev.perfagent.cli.view.run.RunWords;
import dev.perfagent.history.EnvironmentField;
import dev.perfagent.threshold.Result;
import dev.perfagent.threshold.Verdict;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Verdicts in the XML of JUnit reports, which build servers show: a test suite is a run, by a name that no
 * other has, because servers merge those of one name; a test case is a verdict; what is against the
 * run is a failure, what is not known yet is skipped.
 */
public final class CheckJUnit {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String TIME_ATTRIBUTE = "time";
    private static final double MS_PER_SECOND = 1e3;

    /**
     * Writes one document.
     *
     * @param failOn how bad a verdict has to be to count against a run
     */
    public void write(List<CheckedRun> checked, FailOn failOn, Output out) {
        StringWriter text = new StringWriter();
        try {
            // The JDK's own, whatever else a class path may bring.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            attribute(xml, "name", "perf-agent check");
            attribute(
                    xml,
                    "tests",
                    checked.stream().mapToInt(one -> one.verdicts().size()).sum());
            attribute(
                    xml,
                    "failures",
                    checked.stream().mapToInt(one -> failures(one, failOn)).sum());
            attribute(xml, "errors", 0);
            for (CheckedRun one : checked) {
                suite(one, failOn, xml);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("memory took no text", impossible);
        }
        out.file(text.append('\n').toString());
    }

    private static void suite(CheckedRun checked, FailOn failOn, XMLStreamWriter xml) throws XMLStreamException {
        String name =
                RunWords.commandLine(checked.run().application(), checked.run().command()) + " "
                        + checked.run().id();
        String host = checked.run().environment().text(EnvironmentField.HOST);
        double totalMs = checked.run().totalMs();
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", name);
        attribute(xml, "tests", checked.verdicts().size());
        attribute(xml, "failures", failures(checked, failOn));
        attribute(xml, "errors", 0);
        attribute(xml, "skipped", count(checked, Result.INCONCLUSIVE));
        attribute(xml, TIME_ATTRIBUTE, seconds(Double.isNaN(totalMs) ? 0 : totalMs));
        attribute(xml, "timestamp", TIME.format(checked.run().start()));
        attribute(xml, "hostname", host == null ? "localhost" : host);
        attribute(xml, "id", checked.run().id());
        properties(RunParts.of(checked.run()), xml);
        for (Verdict verdict : checked.verdicts()) {
            testCase(verdict, name, failOn, xml);
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    /** What is known of what made up the time; build servers show it beside the suite. */
    private static void properties(RunParts parts, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("properties");
        number("cpu_ms", Decimals.of(parts.cpuMs()), xml);
        number("application_cpu_ms", Decimals.of(parts.applicationCpuMs()), xml);
        number("without_waiting_ms", Decimals.of(parts.withoutWaitingMs()), xml);
        number("machine_share", Decimals.ratio(parts.machineShare()), xml);
        property("judged_by", parts.trusted().key(), xml);
        xml.writeCharacters("\n    ");
        xml.writeEndElement();
    }

    private static void number(String name, @Nullable BigDecimal value, XMLStreamWriter xml) throws XMLStreamException {
        if (value != null) {
            property(name, value.toPlainString(), xml);
        }
    }

    private static void property(String name, String value, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n      ");
        xml.writeEmptyElement("property");
        attribute(xml, "name", name);
        attribute(xml, "value", value);
    }

    private static void testCase(Verdict verdict, String suite, FailOn failOn, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute(xml, "classname", suite);
        attribute(
                xml,
                "name",
                CheckDocument.words(verdict) + " of " + verdict.subject() + " ("
                        + verdict.rule().text() + ")");
        attribute(xml, TIME_ATTRIBUTE, seconds(verdict.measure().unit().equals("ms") ? verdict.value() : 0));
        String explanation = verdict.explanation();
        if (failOn.includes(verdict.result())) {
            xml.writeStartElement("failure");
            attribute(xml, "message", verdict.result().text() + ": " + explanation);
            attribute(xml, "type", verdict.measure().type().key());
            xml.writeEndElement();
        } else if (verdict.result() == Result.INCONCLUSIVE) {
            xml.writeStartElement("skipped");
            attribute(xml, "message", explanation);
            xml.writeEndElement();
        } else {
            xml.writeStartElement("system-out");
            xml.writeCharacters(SafeText.text(verdict.result().text() + ": " + explanation));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static int failures(CheckedRun checked, FailOn failOn) {
        return (int) checked.verdicts().stream()
                .filter(verdict -> failOn.includes(verdict.result()))
                .count();
    }

    private static int count(CheckedRun checked, Result result) {
        return (int) checked.verdicts().stream()
                .filter(verdict -> verdict.result() == result)
                .count();
    }

    /** The form of reports has no times under 0, which only a damaged record has. */
    private static String seconds(double ms) {
        return String.format(Locale.ROOT, "%.3f", Math.max(0, ms) / MS_PER_SECOND);
    }

    private static void attribute(XMLStreamWriter xml, String name, int value) throws XMLStreamException {
        attribute(xml, name, Integer.toString(value));
    }

    /** What XML cannot say, and what a terminal would obey, is written as an escape. */
    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, SafeText.text(value));
    }
}
