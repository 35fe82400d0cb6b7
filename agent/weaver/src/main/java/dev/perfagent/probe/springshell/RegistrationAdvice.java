package dev.perfagent.probe.springshell;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.lang.reflect.Method;

/** Advice that reports the command that Spring Shell 2.1 to 3.0 has found for a line, also where an alias was typed. */
final class RegistrationAdvice {
    private RegistrationAdvice() {}

    @Advice.OnMethodEnter(suppress = true)
    static void enter(@SiteNumber int site, @Advice.Argument(0) Object registration) throws Exception {
        Method command = registration.getClass().getMethod("getCommand");
        command.setAccessible(true); // the class that has it may be private
        String[] names = {"", (String) command.invoke(registration)};
        Handoff.exit(site, Handoff.enter(site, null, null), names, null);
    }
}
