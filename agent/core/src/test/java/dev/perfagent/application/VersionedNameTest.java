package dev.perfagent.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A version behind a name goes to the version, so that an upgrade does not begin a new history. */
final class VersionedNameTest {
    @ParameterizedTest
    @CsvSource({
        "closure-compiler-v20240317, closure-compiler, 20240317",
        "tool-v2, tool, 2",
        "tool-r5, tool, r5",
        "guava-r09, guava, r09",
        "tool-3, tool, 3",
        "foo-1.2.3-all, foo, 1.2.3",
        "foo-1.2.3-jar-with-dependencies, foo, 1.2.3",
        "foo-all-1.2.3, foo-all, 1.2.3",
        "foo-1.2.3-SNAPSHOT, foo, 1.2.3-SNAPSHOT",
        "foo-1.2.3-SNAPSHOT-shaded, foo, 1.2.3-SNAPSHOT",
        "foo-1.0-beta-2, foo, 1.0-beta-2",
        "foo-2.0.0-RC1, foo, 2.0.0-RC1",
        "foo-2.0b4, foo, 2.0b4",
        "foo-1.2-20240101.123456-1, foo, 1.2",
        "foo-1.4.0-12-gabc1234, foo, 1.4.0",
        "google-java-format-1.17.0-all-deps, google-java-format, 1.17.0",
        "org.jacoco.cli-0.8.11-nodeps, org.jacoco.cli, 0.8.11",
        "org.eclipse.equinox.launcher_1.6.400.v20210924-0641, org.eclipse.equinox.launcher, 1.6.400",
        "kafka_2.13-3.5.0, kafka, 3.5.0",
        "commons-lang3-3.12.0, commons-lang3, 3.12.0",
        "log4j-1.2-api-2.20.0, log4j-1.2-api, 2.20.0",
        "h2-2.2.224, h2, 2.2.224",
        "js-1.7R2, js, 1.7R2",
        "Mozilla Rhino 1.7.14, Mozilla Rhino, 1.7.14",
        "Saxon-HE 12.4, Saxon-HE, 12.4",
        "Foo v2.1 (build 123), Foo, 2.1",
    })
    void aVersionIsTakenOff(String text, String name, String version) {
        assertThat(VersionedName.of(text)).isEqualTo(new VersionedName(name, version));
    }

    @ParameterizedTest
    @CsvSource({
        "log4j2",
        "h2",
        "jdk8",
        "python3",
        "ghpm",
        "H2 Database Engine",
        "openapi-3-cli",
        "Log4j 2",
        "Java 8 Migration Tool",
        "3",
        "1.2.3",
        "-",
        "x-",
        "base64-tool",
        "tool-decade",
        "cat-face",
    })
    void aNameThatOnlyLooksSoStays(String text) {
        assertThat(VersionedName.of(text)).isEqualTo(new VersionedName(text, null));
    }

    @ParameterizedTest
    @CsvSource({"foo-abc1234def, foo", "foo-SNAPSHOT, foo"})
    void aBuildStampIsTakenOffAndIsNoVersion(String text, String name) {
        assertThat(VersionedName.of(text)).isEqualTo(new VersionedName(name, null));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "1.2.3, 1.2.3",
                "v1.2.3, 1.2.3",
                "1.7.14 2024-01-06, 1.7.14",
                "3.35.0.v20230101-1200, 3.35.0",
                "2.2.224.202301011200, 2.2.224",
                "1.17 (build 2024-03-01), 1.17",
                "1.9.3+20240101.abcdef1, 1.9.3",
                "1.4.0-12-gabc1234, 1.4.0",
                "2.0.21-release-482, 2.0.21",
                "2.0.1.RELEASE, 2.0.1.RELEASE",
                "1.4.0-abc1234, 1.4.0",
                "Version 4.0 of 2020, 4.0",
                "4.0.21, 4.0.21",
                "20240317, 20240317",
                "r938, r938",
                "33.0-jre, 33.0-jre",
                "2024-03-17T12:00:00Z, null",
                "2024-03-17 12:00, null",
                "abc1234def, null",
                "7bc1234, null",
                "${project.version}, null",
                "unspecified, null",
                "'', null",
            })
    void ofAVersionTheReleaseIsKept(String text, String release) {
        assertThat(Release.of(text)).isEqualTo(release);
    }
}
