package dev.perfagent.probe;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a parameter of advice: the number of {@link dev.perfagent.hook.Site#OURS}, for advice that asks a library for something by methods
 * that are woven too.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface OursNumber {}
