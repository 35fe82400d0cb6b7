package dev.perfagent.probe.kotlinxcli;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;

/** Advice that reports the long name of an option that was given. Never a value. */
final class OptionAdvice {
    private OptionAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(@SiteNumber int site, @Advice.Argument(0) Object value) throws Exception {
        Object option = value.getClass().getMethod("getDescriptor").invoke(value);
        String prefix =
                (String) option.getClass().getMethod("getOptionFullFormPrefix").invoke(option);
        String name = (String) option.getClass().getMethod("getFullName").invoke(option);
        Handoff.exit(site, Handoff.enter(site, null, null), new String[] {"", "", prefix.concat(name)}, null);
    }
}
