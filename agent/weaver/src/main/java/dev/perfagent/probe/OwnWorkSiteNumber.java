package dev.perfagent.probe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a parameter of advice that gets the number of {@link dev.perfagent.hook.Site#OURS}. Advice needs it where it calls
 * methods of the library that are woven too.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface OwnWorkSiteNumber {}
