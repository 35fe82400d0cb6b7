package dev.perfagent.probe.jetty;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.eclipse.jetty.client.api.Response;
import org.jspecify.annotations.Nullable;

/**
 * Advice that lets what listeners read of a body be seen, where the answer may be a limit. Version 11, against which advice is
 * compiled, has no such source: its interface is the last type that the method's descriptor names.
 */
final class ContentSourceAdvice {
    private ContentSourceAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(
            @SiteNumber int site,
            @Advice.Descriptor String descriptor,
            @Advice.Argument(0) Response response,
            @Advice.Argument(value = 1, readOnly = false) @Nullable Object source)
            throws ClassNotFoundException {
        int status = response.getStatus();
        boolean mayBeLimit = status == 403
                || status == 429
                || status == 200
                        && String.valueOf(response.getRequest().getPath()).endsWith("/graphql");
        if (mayBeLimit && source != null) {
            String type = descriptor.substring(descriptor.lastIndexOf(";L") + 2, descriptor.lastIndexOf(";)"));
            Class<?> readable = Class.forName(
                    type.replace('/', '.'), false, source.getClass().getClassLoader());
            Object seen = Handoff.enter(site, response.getRequest(), new Object[] {source, readable});
            if (seen != null) {
                source = seen;
            }
        }
    }
}
