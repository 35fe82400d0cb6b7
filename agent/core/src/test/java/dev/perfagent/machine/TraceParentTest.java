package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceParentTest {
    private static final String VALID = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void aValidOneIsKept() {
        assertThat(TraceParent.valid(VALID)).isEqualTo(VALID);
        assertThat(TraceParent.valid("00-00000000000000000000000000000001-0000000000000001-00"))
                .isNotNull();
    }

    /** As the specification asks of who meets a later version than its own. */
    @Test
    void ofALaterVersionTheKnownPartIsKept() {
        assertThat(TraceParent.valid("cc" + VALID.substring(2))).isEqualTo("cc" + VALID.substring(2));
        assertThat(TraceParent.valid("cc" + VALID.substring(2) + "-what-the-future=has"))
                .isEqualTo("cc" + VALID.substring(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more",
                "cc-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01more",
                "00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-0g",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319cb7ad6b7169203331--01",
                "-------------------------------------------------------",
                "\r\n-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
            })
    void anyOtherIsIgnored(String value) {
        assertThat(TraceParent.valid(value)).isNull();
    }
}
