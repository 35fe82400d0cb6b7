package dev.perfagent.application;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** Programs that everybody knows by another name than their main class's or jar's. */
public final class KnownPrograms {
    /** Main class, then what a person types. */
    private static final String[] NAMES = {
        "org.codehaus.plexus.classworlds.launcher.Launcher", "mvn",
        "org.apache.maven.cli.MavenCli", "mvn",
        "org.apache.maven.wrapper.MavenWrapperMain", "mvn",
        "org.mvndaemon.mvnd.client.DefaultClient", "mvnd",
        "org.mvndaemon.mvnd.common.MavenDaemon", "mvnd-daemon",
        "org.apache.maven.surefire.booter.ForkedBooter", "surefire",
        "org.apache.tools.ant.launch.Launcher", "ant",
        "org.apache.tools.ant.Main", "ant",
        "org.gradle.launcher.GradleMain", "gradle",
        "org.gradle.wrapper.GradleWrapperMain", "gradle",
        "org.gradle.launcher.daemon.bootstrap.GradleDaemon", "gradle-daemon",
        "worker.org.gradle.process.internal.worker.GradleWorkerMain", "gradle-worker",
        "xsbt.boot.Boot", "sbt",
        "sbt.ForkMain", "sbt-test",
        "clojure.main", "clojure",
        "leiningen.core.main", "lein",
        "org.codehaus.groovy.tools.GroovyStarter", "groovy",
        "groovy.ui.GroovyMain", "groovy",
        "org.codehaus.groovy.tools.FileSystemCompiler", "groovyc",
        "org.codehaus.groovy.tools.shell.Main", "groovysh",
        "org.apache.groovy.groovysh.Main", "groovysh",
        "org.codehaus.groovy.tools.groovydoc.Main", "groovydoc",
        "org.codehaus.groovy.tools.GrapeMain", "grape",
        "groovy.ui.Console", "groovyConsole",
        "groovy.console.ui.Console", "groovyConsole",
        "scala.tools.nsc.MainGenericRunner", "scala",
        "dotty.tools.MainGenericRunner", "scala",
        "dotty.tools.repl.Main", "scala",
        "scala.tools.nsc.Main", "scalac",
        "dotty.tools.dotc.Main", "scalac",
        "scala.tools.nsc.ScalaDoc", "scaladoc",
        "dotty.tools.scaladoc.Main", "scaladoc",
        "scala.tools.scalap.Main", "scalap",
        "org.jetbrains.kotlin.preloading.Preloader", "kotlinc",
        "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", "kotlinc",
        "org.jetbrains.kotlin.cli.js.K2JSCompiler", "kotlinc-js",
        "org.jetbrains.kotlin.runner.Main", "kotlin",
        "org.jetbrains.kotlin.daemon.KotlinCompileDaemon", "kotlin-daemon",
        "org.jruby.Main", "jruby",
        "org.jruby.main.Main", "jruby",
        "org.python.util.jython", "jython",
        "org.openjdk.nashorn.tools.Shell", "jjs",
        "bsh.Interpreter", "bsh",
        "org.junit.platform.console.ConsoleLauncher", "junit",
        "org.apache.catalina.startup.Bootstrap", "tomcat",
    };

    /** Programs whose main class comes from a jar with a version that is not theirs. */
    private static final String[] IN_FOREIGN_JARS = {
        "org.codehaus.plexus.classworlds.launcher.Launcher",
        "org.apache.maven.wrapper.MavenWrapperMain",
        "org.apache.maven.surefire.booter.ForkedBooter",
        "org.gradle.wrapper.GradleWrapperMain",
        "xsbt.boot.Boot",
    };

    /** How the names of scripts end, the longer ones first. */
    private static final String[] SCRIPTS = {".groovy", ".gvy", ".gy", ".gsh", ".main.kts", ".kts"};

    private static final String CLOJURE = "clojure.main";

    private KnownPrograms() {}

    /** What people call the program with that main class; null when it is not known. */
    static @Nullable String name(String mainClass) {
        if (Application.mayBeMaven(mainClass) && System.getProperty("maven.home") == null) {
            return null;
        }
        for (int i = 0; i < NAMES.length; i += 2) {
            if (NAMES[i].equals(mainClass)) {
                return NAMES[i + 1];
            }
        }
        return null;
    }

    /** Whether the jar that holds the main class has a version of its own. */
    static boolean isInForeignJar(String mainClass) {
        for (String foreign : IN_FOREIGN_JARS) {
            if (foreign.equals(mainClass)) {
                return true;
            }
        }
        return false;
    }

    /** The jar of Maven itself: that of its main class has another version. Null where there is none. */
    public static @Nullable File maven(String mainClass) {
        String home = Application.mayBeMaven(mainClass) ? System.getProperty("maven.home") : null;
        File folder = new File(String.valueOf(home), "lib");
        String[] names = home == null ? null : folder.list();
        if (names != null) {
            for (String name : names) {
                if (name.startsWith("maven-core-") && name.endsWith(".jar")) {
                    return new File(folder, name);
                }
            }
        }
        return null;
    }

    /**
     * The program that a launcher starts, see {@link Application#isLauncher}, found in its arguments.
     *
     * @param javaCommand the launcher's main class, then its arguments
     * @return the launcher itself where they name none
     */
    public static String launched(String javaCommand) {
        String[] words = words(javaCommand);
        for (int i = 1; i < words.length; i++) {
            if (words[0].equals(CLOJURE)) {
                if (i + 1 < words.length && (words[i].equals("-m") || words[i].equals("--main"))) {
                    return words[i + 1];
                }
            } else if (name(words[i]) != null) {
                return words[i];
            }
        }
        return words[0];
    }

    /**
     * The script that Groovy or Kotlin runs.
     *
     * @param javaCommand main class, then its arguments
     * @return its file, as it was typed; null when the program is another one, or the file does not exist
     */
    public static @Nullable String script(String javaCommand) {
        int end = javaCommand.indexOf(' ');
        String mainClass = end < 0 ? javaCommand : javaCommand.substring(0, end);
        if (end < 0 || !runsScripts(Application.isLauncher(mainClass) ? launched(javaCommand) : mainClass)) {
            return null;
        }
        for (int from = end + 1; from > 0; from = javaCommand.indexOf(' ', from) + 1) {
            for (String ending : SCRIPTS) {
                int found = javaCommand.indexOf(ending, from);
                int behind = found + ending.length();
                boolean isWhole = found > 0 && (behind == javaCommand.length() || javaCommand.charAt(behind) == ' ');
                if (isWhole && new File(javaCommand.substring(from, behind)).isFile()) {
                    return javaCommand.substring(from, behind);
                }
            }
        }
        return null;
    }

    /** The name of a script without folder and ending. */
    static String scriptName(String script) {
        String name = new File(script).getName();
        for (String ending : SCRIPTS) {
            if (name.endsWith(ending)) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    private static boolean runsScripts(String mainClass) {
        String name = name(mainClass);
        return name != null && (name.equals("groovy") || name.equals("kotlin") || name.equals("kotlinc"));
    }

    private static String[] words(String text) {
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == ' ' ? 1 : 0;
        }
        String[] words = new String[count];
        int from = 0;
        for (int i = 0; i < count; i++) {
            int end = text.indexOf(' ', from);
            words[i] = text.substring(from, end < 0 ? text.length() : end);
            from = end + 1;
        }
        return words;
    }
}
