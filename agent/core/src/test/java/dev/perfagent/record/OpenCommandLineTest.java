package dev.perfagent.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OpenCommandLineTest {
    @ParameterizedTest
    @CsvSource({
        "add,        'add remove ', Whatever,       add",
        "classinfo,  '',            ClassInfo,      classinfo",
        "add-user,   '',            AddUserCommand, add-user",
        "add_user,   '',            AddUser,        add_user",
        "hunter2,    '',            Rest,           Rest",
        "hunter2,    'add remove ', Add,            Add",
        "hunter2,    'add remove ', '',             ''",
        "'add remove', 'add remove ', '',           ''",
        "Re,         '',            Rest,           Rest",
        "'-',        '',            Rest,           Rest",
    })
    void aWordIsOnlyRecordedIfTheCodeHasThatName(String word, String declared, String className, String command) {
        OpenCommandLine outer = new OpenCommandLine(new String[] {"-v", word, "--depth"}, null);

        assertThat(read(outer, new String[] {"--depth"}, className)).isNull();
        assertThat(outer.closed(new String[] {"Tool", declared, "-v"})).containsExactly("", command, "-v", "--depth");
    }

    @Test
    void subCommandsOfSubCommandsAreNamedFromOutsideToInside() {
        OpenCommandLine outer = new OpenCommandLine(new String[] {"remote", "add", "--depth"}, null);
        OpenCommandLine middle = new OpenCommandLine(new String[] {"add", "--depth"}, outer);
        read(middle, new String[] {"--depth"}, "Add");
        middle.closed(new String[] {"Remote", "add "});

        assertThat(outer.closed(new String[] {"Tool", "remote "})).containsExactly("", "remote add", "--depth");
    }

    @Test
    void whatWasReadForAnOptionIsNoSubCommand() {
        OpenCommandLine outer = new OpenCommandLine(new String[] {"--with", "add", "--depth"}, null);
        read(outer, new String[] {"--depth"}, "Add");

        assertThat(outer.closed(new String[] {"Tool", null, "--with"})).containsExactly("", "", "--with");
    }

    @Test
    void wordsThatAreNotTheLastOnesAreNoSubCommand() {
        OpenCommandLine outer = new OpenCommandLine(new String[] {"add", "--depth", "more"}, null);
        read(outer, new String[] {"--depth"}, "Add");
        read(outer, new String[] {"add", "--depth", "more"}, "Add");

        assertThat(outer.closed(new String[] {"Tool", "add "})).containsExactly("", "");
    }

    private static String @Nullable [] read(OpenCommandLine outer, String[] words, String className) {
        return new OpenCommandLine(words, outer).closed(new String[] {className, null, "--depth"});
    }
}
