package dev.perfagent.probe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter of advice that gets the number of {@link dev.perfagent.hook.Site#HTTP_ANSWER_BODY}. Advice needs it where it
 * reports an answer, and lets its body be seen.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface AnswerBodySiteNumber {}
