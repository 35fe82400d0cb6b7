package dev.perfagent.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an application is called by its jar or main class. */
final class ApplicationTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "org.apache.tools.ant.launch.Launcher, ant",
        "org.gradle.wrapper.GradleWrapperMain --no-daemon build, gradle",
        "clojure.main, clojure",
        "clojure.main script.clj, clojure",
        "clojure.main -m leiningen.core.main test, lein",
        "clojure.main -m cljfmt.main check, cljfmt",
        "clojure.main -m acme.nightly-report, nightly-report",
        "org.codehaus.groovy.tools.GroovyStarter --main groovy.ui.GroovyMain --conf x y.groovy, groovy",
        "org.codehaus.groovy.tools.GroovyStarter --main org.codehaus.groovy.tools.FileSystemCompiler X, groovyc",
        "org.jetbrains.kotlin.preloading.Preloader -cp x.jar org.jetbrains.kotlin.cli.js.K2JSCompiler X, kotlinc-js",
        "org.jetbrains.kotlin.preloading.Preloader -cp x.jar org.jetbrains.kotlin.cli.jvm.K2JVMCompiler X, kotlinc",
        "scala.tools.nsc.Main X.scala, scalac",
        "dotty.tools.MainGenericRunner, scala",
        "org.jruby.Main x.rb, jruby",
        "org.python.util.jython, jython",
        "xsbt.boot.Boot, sbt",
        "com.example.ghpm.Main, ghpm",
        "com.example.ghpm.cli.Main, ghpm",
        "com.example.ghpm.MainKt, ghpm",
        "com.example.ghpm.Application$Main, ghpm",
        "acme/com.example.ghpm.Launcher, ghpm",
        "com/example/ghpm/Launcher, ghpm",
        "org/jruby/Main x.rb, jruby",
        "org.h2.tools.Shell, h2-Shell",
        "org.h2.tools.Script, h2-Script",
        "net.sf.saxon.Transform, saxon-Transform",
        "org.apache.xalan.xslt.Process, xslt-Process",
        "org.antlr.v4.Tool, antlr-Tool",
        "com.example.Ghpm, Ghpm",
        "com.example.GhpmCli, GhpmCli",
        "com.example.reports.NightlyJob, NightlyJob",
        "Main, Main",
        "Shell, Shell",
    })
    void aMainClassNamesIt(String command, String name) {
        assertThat(Application.started(command).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "org.codehaus.groovy.tools.GroovyStarter --main groovy.ui.GroovyMain --conf x %s a b.groovy, x.groovy, x",
        "groovy.ui.GroovyMain %s, Count Things.groovy, Count Things",
        "org.jetbrains.kotlin.runner.Main %s a, count.main.kts, count",
        "org.jetbrains.kotlin.preloading.Preloader -cp y org.jetbrains.kotlin.cli.jvm.K2JVMCompiler -script %s, c.kts,"
                + " c",
        "org.codehaus.groovy.tools.GroovyStarter --main org.codehaus.groovy.tools.FileSystemCompiler %s, x.groovy,"
                + " groovyc",
        "org.python.util.jython %s, x.groovy, jython",
    })
    void aScriptNamesIt(String command, String script, String name) throws IOException {
        Path file = Files.writeString(folder.resolve(script), "");

        assertThat(Application.started(command.formatted(file)).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "ghpm-2.0.0, com.example.Other, null, null, ghpm, 2.0.0",
                "ghpm-2.0.0, com.example.Other, GHPM, 2.0.1, GHPM, 2.0.1",
                "rhino-1.7.14, org.mozilla.javascript.tools.shell.Main, Mozilla Rhino 1.7.14, null, Mozilla Rhino,"
                        + " 1.7.14",
                "closure-compiler-v20240317, x.Runner, null, null, closure-compiler, 20240317",
                "app, com.acme.billing.Main, null, null, billing, null",
                "main, com.acme.billing.Invoices, null, null, Invoices, null",
                "tool, com.acme.billing.Main, ${project.name}, ${project.version}, tool, null",
                "ghpm-2.0.0, com.example.Main, Main, 2.0.0, ghpm, 2.0.0",
                "surefirebooter-20240101101010123_3, org.apache.maven.surefire.booter.ForkedBooter, null, null,"
                        + " surefire, null",
                "gradle-gradle-cli-main-8.14, org.gradle.launcher.GradleMain, null, null, gradle, 8.14",
            })
    void aJarNamesIt(String jar, String mainClass, String title, String version, String name, String stated)
            throws IOException {
        StringBuilder manifest = new StringBuilder("Main-Class: " + mainClass + "\n");
        manifest.append(title == null ? "" : "Implementation-Title: " + title + "\n");
        manifest.append(version == null ? "" : "Implementation-Version: " + version + "\n");

        Application application = started(jar + ".jar", manifest.toString());

        assertThat(application).isEqualTo(new Application(mainClass, stated, name));
    }

    @Test
    void aManifestMayNameTheMainClassAsTheJvmDoes() throws IOException {
        assertThat(started("app.jar", "Main-Class: com/acme/billing/Main\n"))
                .isEqualTo(new Application("com.acme.billing.Main", null, "billing"));
    }

    @Test
    void aLoaderOfSpringBootStartsAnotherClass() throws IOException {
        String manifest =
                "Main-Class: org.springframework.boot.loader.launch.JarLauncher\nStart-Class: com.acme.billing.App\n";

        assertThat(started("app.jar", manifest).name()).isEqualTo("billing");
        assertThat(started("billing-service-1.4.jar", manifest).name()).isEqualTo("billing-service");
    }

    @Test
    void theVersionMayStandInTheBundlesHeaderOrThePomsProperties() throws IOException {
        assertThat(started("a.jar", "Main-Class: x.A\nBundle-Version: 3.1.0.v20240101-0101\n")
                        .version())
                .isEqualTo("3.1.0");
        assertThat(started("a.jar", "Main-Class: x.A\n", "META-INF/maven/g/only/pom.properties", "version=1.5\n")
                        .version())
                .isEqualTo("1.5");
        assertThat(started(
                                "a.jar",
                                "Main-Class: x.A\n",
                                "META-INF/maven/g/lib/pom.properties",
                                "version=9\n",
                                "META-INF/maven/g/a/pom.properties",
                                "version=2.5\n")
                        .version())
                .isEqualTo("2.5");
        assertThat(started(
                                "a-3.5.jar",
                                "Main-Class: x.A\n",
                                "META-INF/maven/g/lib/pom.properties",
                                "version=9\n",
                                "META-INF/maven/g/other/pom.properties",
                                "version=8\n")
                        .version())
                .isEqualTo("3.5");
    }

    /** The jar with the main class is that of its launcher, which has another version. */
    @Test
    void mavensVersionIsThatOfItsCore() throws IOException {
        String launcher = "org.codehaus.plexus.classworlds.launcher.Launcher";
        Files.writeString(Files.createDirectory(folder.resolve("lib")).resolve("maven-core-3.9.9.jar"), "no jar");
        System.setProperty("maven.home", folder.toString());
        try {
            assertThat(Application.started(launcher + " package")).isEqualTo(new Application(launcher, "3.9.9", "mvn"));
        } finally {
            System.clearProperty("maven.home");
        }
    }

    @Test
    void aFileThatIsNoJarIsNamedByItsName() throws IOException {
        Path jar = Files.writeString(folder.resolve("some tool-1.2.jar"), "no jar");

        assertThat(Application.started(jar + " x")).isEqualTo(new Application(null, "1.2", "some tool"));
    }

    private Application started(String jar, String manifest, String... entries) throws IOException {
        Path file = folder.resolve(jar);
        try (OutputStream to = Files.newOutputStream(file);
                JarOutputStream out = new JarOutputStream(to)) {
            put(out, "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + manifest + "\n");
            for (int i = 0; i < entries.length; i += 2) {
                put(out, entries[i], entries[i + 1]);
            }
        }
        return Application.started(file + " argument");
    }

    private static void put(JarOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}
