package dev.perfagent.probe.jetty;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.eclipse.jetty.client.api.Response;
import org.eclipse.jetty.client.api.Result;
import org.eclipse.jetty.http.HttpField;

/** Advice that reports how a request ended, before its listeners are notified. The result is the last argument. */
final class CompleteAdvice {
    private CompleteAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(@SiteNumber int site, @Advice.AllArguments Object[] arguments) {
        Result result = (Result) arguments[arguments.length - 1];
        Response response = result.getResponse();
        Object token = Handoff.enter(site, result.getRequest(), null);
        Object[] answer = null;
        if (token != null && response != null && !result.isFailed()) {
            HashMap<String, List<String>> all = new HashMap<>();
            Iterable<HttpField> headers = response.getHeaders(); // a class in version 9, an interface later
            for (HttpField header : headers) {
                List<String> values = all.get(header.getName());
                if (values == null) {
                    values = new ArrayList<>(1);
                    all.put(header.getName(), values);
                }
                values.add(header.getValue());
            }
            Object sent = 0L;
            Iterable<HttpField> fields = result.getRequest().getHeaders();
            for (HttpField field : fields) {
                if ("Content-Length".equalsIgnoreCase(field.getName())) {
                    sent = field.getValue();
                } else if ("Transfer-Encoding".equalsIgnoreCase(field.getName())) {
                    sent = -1L;
                }
            }
            answer = new Object[] {null, null, response.getStatus(), all, sent};
        }
        Handoff.exit(site, token, answer, result.getFailure());
    }
}
