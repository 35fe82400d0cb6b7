package dev.perfagent.plan;

/** Why a plan does not cover every class that is to be woven, so that the transformer stays to the end of each run. */
public enum CoverageGap {
    /** The run that made the plan did not come to ask, or failed in it. */
    NOT_ASKED("the run that made it could not look for them"),
    /** Until a run that meets the new classes asks about them. */
    CHANGED_FOLDERS("classes in folders of the class path were compiled again"),
    OTHER_LOADERS("the application has class loaders of its own"),
    SYSTEM_LOADER("the application replaces the system class loader"),
    LAUNCHER_AGENT("the application's jar has an agent of its own"),
    MODULES("the application is started as a module"),
    CLASS_PATH("the class path has jars or folders that cannot be listed, or more than 100 folders"),
    OWN_FORMS("the application itself defines classes that are woven, not as the class path has them"),
    RULES_WITHOUT_CLASS("there are rules without a class"),
    SUPERTYPES("there are rules with implements"),
    PUBLISHERS("there are rules for methods that return publishers"),
    TOO_MANY("too many classes have a name that a rule fits"),
    /** Without them a loader that comes up later would not be noticed. */
    NO_COUNTERS("the JVM keeps no counters, by which later class loaders are noticed");

    private final String text;

    CoverageGap(String text) {
        this.text = text;
    }

    /** In words, as a clause. */
    public String text() {
        return text;
    }
}
