package dev.perfagent.application;

import java.io.File;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The application as it was started: {@code java -jar x.jar}, {@code java -cp … Main} or {@code java -m module/Main}. Found out
 * in a cold run, and kept in the plan.
 *
 * @param mainClass with dots; null when it cannot be known
 * @param version of its jar, without a build stamp; null when it does not say
 * @param name what its runs are kept under, unless the configuration or a command-line library names it otherwise
 */
public record Application(
        @Nullable String mainClass, @Nullable String version, String name) {
    /** Of JDK 17 to 21 it is {@code Main}, later {@code SourceLauncher}. */
    private static final String SOURCE_LAUNCHERS = "jdk.compiler/com.sun.tools.javac.launcher.";

    private static final String SOURCE = ".java";

    private static final String SPRING_BOOT = "org.springframework.boot.loader.";

    /**
     * Reads it from the launcher's own word.
     *
     * @param javaCommand the system property {@code sun.java.command}: main class or jar, then arguments; null when unknown
     */
    public static Application started(@Nullable String javaCommand) {
        if (javaCommand == null || javaCommand.isBlank()) {
            return new Application(null, null, "unknown");
        }
        if (isSourceLauncher(javaCommand)) {
            return ofSource(javaCommand);
        }
        int jarEnd = javaCommand.startsWith("-") ? -1 : jarEnd(javaCommand);
        if (jarEnd > 0) {
            File jar = new File(javaCommand.substring(0, jarEnd));
            JarFacts facts = JarFacts.of(jar);
            return ofJar(facts.mainClass(), facts, JarFacts.name(jar).name());
        }
        String first = firstWord(javaCommand);
        String mainClass = mainClass(first);
        String script = mayRunScript(mainClass) ? KnownPrograms.script(javaCommand) : null;
        if (script != null) {
            return new Application(mainClass, null, KnownPrograms.scriptName(script));
        }
        return isLauncher(mainClass) ? ofLauncher(mainClass, javaCommand) : ofMainClass(mainClass);
    }

    /** Whether that is the JDK's launcher of source files, {@code java Tool.java}, with its arguments or without. */
    public static boolean isSourceLauncher(String javaCommand) {
        return javaCommand.startsWith(SOURCE_LAUNCHERS);
    }

    /** The program is the source file; its main method is called by the launcher's, which first compiles it. */
    private static Application ofSource(String javaCommand) {
        String launcher = firstWord(javaCommand);
        int begin = Math.min(launcher.length() + 1, javaCommand.length());
        int end = jarEnd(javaCommand.substring(begin));
        String file = end < 0 ? firstWord(javaCommand.substring(begin)) : javaCommand.substring(begin, begin + end);
        String name = new File(file).getName();
        return new Application(
                launcher.substring(launcher.indexOf('/') + 1),
                null,
                name.endsWith(SOURCE) ? name.substring(0, name.length() - SOURCE.length()) : name);
    }

    /** Whether a JVM with that main class may run a script. This is asked in every run, so it does not look at the arguments. */
    public static boolean mayRunScript(String mainClass) {
        return isLauncher(mainClass)
                || mainClass.equals("groovy.ui.GroovyMain")
                || mainClass.equals("org.jetbrains.kotlin.runner.Main")
                || mainClass.equals("org.jetbrains.kotlin.cli.jvm.K2JVMCompiler");
    }

    /** The script that this JVM runs, as it was typed; null for none. */
    public @Nullable String script() {
        String javaCommand =
                mainClass != null && mayRunScript(mainClass) ? System.getProperty("sun.java.command") : null;
        return javaCommand == null ? null : KnownPrograms.script(javaCommand);
    }

    /** With dots, of {@code module/name} or a name, which may also be in the JVM's form: {@code com/example/Main}. */
    private static String mainClass(String started) {
        int slash = started.indexOf('/');
        boolean isModule = started.indexOf('.', slash) > slash || System.getProperty("jdk.module.main") != null;
        return slash >= 0 && isModule ? started.substring(slash + 1) : started.replace('/', '.');
    }

    private static String firstWord(String text) {
        int space = text.indexOf(' ');
        return space < 0 ? text : text.substring(0, space);
    }

    /** Whether that main class is the one with which Maven starts, as other programs do. Asked in every run. */
    public static boolean mayBeMaven(String mainClass) {
        return mainClass.equals("org.codehaus.plexus.classworlds.launcher.Launcher");
    }

    /** Whether that main class starts another program, which stands in its arguments. */
    public static boolean isLauncher(String mainClass) {
        return mainClass.equals("clojure.main")
                || mainClass.equals("org.codehaus.groovy.tools.GroovyStarter")
                || mainClass.equals("org.jetbrains.kotlin.preloading.Preloader");
    }

    /** Where the path of a file ends, which may hold spaces; -1 when there is no file. */
    private static int jarEnd(String command) {
        int from = 0;
        while (from <= command.length()) {
            int space = command.indexOf(' ', from);
            int end = space < 0 ? command.length() : space;
            if (new File(command.substring(0, end)).isFile()) {
                return end;
            }
            from = end + 1;
        }
        return -1;
    }

    /** The program for which a jar, or an unpacked one, was made. */
    private static Application ofJar(@Nullable String mainClass, JarFacts facts, String jarName) {
        String begins = mainClass != null && mainClass.startsWith(SPRING_BOOT) && facts.startClass() != null
                ? facts.startClass()
                : mainClass;
        String known = begins == null ? null : KnownPrograms.name(begins);
        if (begins != null && known != null) {
            return new Application(mainClass, version(begins, facts), known);
        }
        String name = facts.title() == null ? jarName : facts.title();
        if (MainClassName.saysNothing(name) && begins != null) {
            String byClass = MainClassName.ofClass(begins, false);
            name = byClass == null ? name.isEmpty() ? MainClassName.simple(begins) : name : byClass;
        }
        return new Application(mainClass, facts.version(), name);
    }

    private static Application ofLauncher(String launcher, String javaCommand) {
        String program = KnownPrograms.launched(javaCommand);
        Application started = ofMainClass(program);
        String version = program.equals(launcher) || KnownPrograms.name(program) != null
                ? ofMainClass(launcher).version()
                : started.version();
        return new Application(launcher, version, started.name());
    }

    private static Application ofMainClass(String mainClass) {
        URL resource = ClassLoader.getSystemResource(mainClass.replace('.', '/') + ".class");
        File jar = jarOf(resource);
        JarFacts facts = null;
        if (jar != null) {
            facts = JarFacts.of(jar);
            if (mainClass.equals(facts.mainClass())) {
                return ofJar(mainClass, facts, JarFacts.name(jar).name());
            }
        } else if (mainClass.startsWith(SPRING_BOOT) && resource != null) {
            return ofJar(mainClass, JarFacts.ofFolder(folderOf(resource, mainClass)), "");
        }
        String version = version(mainClass, facts);
        String name = KnownPrograms.name(mainClass);
        if (name == null) {
            name = MainClassName.ofClass(mainClass, facts != null && facts.mainClass() != null);
        }
        if (name == null && facts != null && jar != null) {
            name = facts.title() == null ? JarFacts.name(jar).name() : facts.title();
        }
        return new Application(mainClass, version, name == null ? MainClassName.simple(mainClass) : name);
    }

    /** That of the program with that main class, which is not always that of the jar with it. */
    private static @Nullable String version(String mainClass, @Nullable JarFacts facts) {
        File maven = KnownPrograms.maven(mainClass);
        if (maven != null) {
            return JarFacts.of(maven).version();
        }
        return facts == null || KnownPrograms.isInForeignJar(mainClass) ? null : facts.version();
    }

    private static @Nullable File jarOf(@Nullable URL resource) {
        if (resource == null || !resource.getProtocol().equals("jar")) {
            return null;
        }
        String path = resource.getPath();
        int end = path.indexOf("!/");
        if (end < 0 || !path.startsWith("file:")) {
            return null;
        }
        File file = new File(decoded(path.substring("file:".length(), end)));
        return file.isFile() ? file : null;
    }

    private static File folderOf(URL resource, String mainClass) {
        String path = decoded(resource.getPath());
        return new File(path.substring(0, Math.max(0, path.length() - mainClass.length() - ".class".length())));
    }

    /** A URL has blanks and letters beyond ASCII as per cent signs; a file's name has them as they are. */
    private static String decoded(String path) {
        return path.indexOf('%') < 0 ? path : URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
