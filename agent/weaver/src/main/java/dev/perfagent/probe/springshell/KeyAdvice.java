package dev.perfagent.probe.springshell;

import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import java.lang.reflect.Method;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Advice that reports the longest name of an option, if a parameter of Spring Shell 2.0 was given by one. Never a value. */
final class KeyAdvice {
    private KeyAdvice() {}

    @Advice.OnMethodExit(suppress = true)
    static void exit(
            @SiteNumber int site,
            @Advice.This Object resolver,
            @Advice.Argument(0) Object parameter,
            @Advice.Return @Nullable Object read)
            throws Exception {
        if (read != null) {
            BitSet words = (BitSet) read.getClass().getMethod("wordsUsed").invoke(read);
            BitSet values =
                    (BitSet) read.getClass().getMethod("wordsUsedForValue").invoke(read);
            if (words.cardinality() > values.cardinality()) {
                String longest = "";
                Stream<?> described = Stream.empty();
                Method[] all = resolver.getClass().getMethods();
                for (int i = 0; i < all.length; i++) {
                    if (all[i].getName().equals("describe")) {
                        described = (Stream<?>) all[i].invoke(resolver, parameter);
                    }
                }
                for (Iterator<?> each = described.iterator(); each.hasNext(); ) {
                    Object one = each.next();
                    List<?> keys = (List<?>) one.getClass().getMethod("keys").invoke(one);
                    for (Iterator<?> key = keys.iterator(); key.hasNext(); ) {
                        String name = (String) key.next();
                        longest = name.length() > longest.length() ? name : longest;
                    }
                }
                Handoff.exit(site, Handoff.enter(site, null, null), new String[] {"", "", longest}, null);
            }
        }
    }
}
