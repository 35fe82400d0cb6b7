package dev.perfagent.weave;

import com.example.cli.Renderer;
import dev.perfagent.hook.Handoff;
import dev.perfagent.inline.Advice;
import dev.perfagent.probe.SiteNumber;
import org.jspecify.annotations.Nullable;

/** Advice for a class of a library by an interface of that library. */
final class RendererAdvice {
    private RendererAdvice() {}

    @Advice.OnMethodEnter
    static @Nullable Object enter(@SiteNumber int site, @Advice.This Renderer renderer) {
        return Handoff.enter(site, renderer, null);
    }
}
