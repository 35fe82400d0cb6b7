package dev.perfagent.cli.view.profile;

import dev.perfagent.profile.OwnMethods;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import one.convert.Arguments;
import one.convert.CallStack;
import one.convert.FlameGraph;

/** A flame graph: one page, which asks nobody for anything. */
public final class FlameGraphHtml {
    /** Those of the library's frame types that it colours as Java and as native code. */
    private static final byte JAVA = 1;

    private static final byte NATIVE = 3;

    /** In the script of the page: what a width is called. */
    private static final String ONE = "'1 sample'";

    private static final String MANY = "' samples'";

    private static final String HEAD = "<meta charset='utf-8'>";

    /**
     * Nothing from outside may be loaded or asked. A hash of the scripts would not add to it, because the methods are inside the
     * script.
     */
    private static final String POLICY = "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; "
            + "base-uri 'none'; form-action 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'\">";

    private FlameGraphHtml() {}

    /**
     * The page.
     *
     * @param unit behind each number
     * @param stacks outermost method first, divided by semicolons; and how much each has
     */
    public static String of(String title, String unit, Map<String, Long> stacks) throws IOException {
        Arguments arguments = new Arguments();
        arguments.title = escaped(title);
        FlameGraph graph = new FlameGraph(arguments);
        stacks.forEach((collapsed, weight) -> graph.addSample(stack(collapsed), weight));
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        graph.dump(page);
        String text = page.toString(StandardCharsets.UTF_8).replace(HEAD, HEAD + "\n" + POLICY);
        return unit.equals("samples")
                ? text
                : text.replace(ONE, "'1 " + unit + "'").replace(MANY, "' " + unit + "'");
    }

    private static CallStack stack(String collapsed) {
        CallStack stack = new CallStack();
        int start = 0;
        while (start <= collapsed.length()) {
            int next = collapsed.indexOf(';', start);
            int end = next < 0 ? collapsed.length() : next;
            String method = collapsed.substring(start, end);
            stack.push(
                    escaped(method), method.indexOf('.') > 0 && method.indexOf(OwnMethods.NATIVE) < 0 ? JAVA : NATIVE);
            start = end + 1;
        }
        return stack;
    }

    /** Method names of other languages than Java may have what ends a script. */
    private static String escaped(String text) {
        return text.replace('<', '‹')
                .replace('>', '›')
                .replace('&', '+')
                .replace('\n', ' ')
                .replace('\r', ' ');
    }
}
