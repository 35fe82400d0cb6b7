package dev.perfagent.probe.jvm;

import dev.perfagent.hook.Site;
import dev.perfagent.probe.Hook;
import dev.perfagent.probe.Probe;
import dev.perfagent.probe.ProbedClass;
import dev.perfagent.probe.TimingAdvice;
import java.util.ArrayList;
import java.util.List;

/**
 * The probe for the main method that the launcher will call, which the main class may inherit, and for what runs
 * before it, static initialisers and the constructor for an instance main: an exception in them ends the process too.
 */
public final class MainProbe {
    private static final String NAME = "main";
    private static final String VERSIONS = "JDK 17 to 25";
    private static final Hook WITH_ARGUMENTS = Hook.of("main", "([Ljava/lang/String;)V", Site.MAIN, MainAdvice.class);
    private static final Hook WITHOUT_ARGUMENTS = Hook.of("main", "()V", Site.MAIN, TimingAdvice.class);
    private static final Hook INITIALISER = Hook.ifPresent("<clinit>", "()V", Site.MAIN_CLASS, TimingAdvice.class);

    private static final Hook CONSTRUCTOR = Hook.ifPresent("<init>", "()V", Site.MAIN_OBJECT, MainObjectAdvice.class);

    private MainProbe() {}

    /**
     * The main method of a class whose file cannot be read ahead: {@code main(String[])}, or else {@code main()}, if the class
     * itself has it.
     *
     * @param mainClass internal name
     */
    public static Probe unread(String mainClass) {
        List<Hook> either = List.of(WITH_ARGUMENTS, WITHOUT_ARGUMENTS);
        return Probe.of(NAME, VERSIONS, new ProbedClass(mainClass, "", "", mainClass, either, true));
    }

    /**
     * A main method that is known.
     *
     * @param owner internal name of the class or interface that declares it
     * @param isStatic whether it needs no object of the main class
     * @param initialised internal names of the main class and its superclasses
     */
    public static Probe of(String owner, boolean hasArguments, boolean isStatic, List<String> initialised) {
        Hook main = hasArguments ? WITH_ARGUMENTS : WITHOUT_ARGUMENTS;
        List<ProbedClass> classes = new ArrayList<>();
        for (String name : initialised) {
            List<Hook> hooks = new ArrayList<>();
            if (name.equals(owner)) {
                hooks.add(main);
            }
            hooks.add(INITIALISER);
            if (!isStatic && classes.isEmpty()) {
                hooks.add(CONSTRUCTOR);
            }
            classes.add(ProbedClass.of(name, hooks.toArray(new Hook[0])));
        }
        if (!initialised.contains(owner)) {
            classes.add(ProbedClass.of(owner, main));
        }
        return new Probe(NAME, VERSIONS, classes);
    }
}
