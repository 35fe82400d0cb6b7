package dev.perfagent.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfagent.run.MachineState;
import java.io.File;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MachineMeterTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4.00 3.00 2.00 1/234 5678 | 0-3     | 1.0
            4.00 3.00 2.00 1/234 5678 | 0-2,4   | 1.0
            0.50 0.10 0.05 1/234 5678 | 0       | 0.5
            0.50 0.10 0.05 1/234 5678 | 0,2-3,5 | 0.125
            0.50 0.10 0.05 1/234 5678 | x-3     |
            nonsense                  | 0       |
            x 1 2                     | 0       |
            0.50 0.10                 | ''      |
            """)
    void theLoadIsByProcessorsOfTheMachine(String averages, String online, @Nullable Double load) {
        assertThat(MachineMeter.load(averages, online)).isEqualTo(load);
    }

    @Test
    void whereThereAreNoSuchFilesTheLoadIsUnknown() {
        assertThat(MachineMeter.load(null, null)).isNull();
        assertThat(MachineMeter.load("1.0 1.0", null)).isPositive();
        assertThat(MachineMeter.freeDiskMb(new File("/no/such/folder"))).isNull();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void onLinuxAllIsKnown() {
        MachineState state = MachineMeter.now();

        assertThat(state.availableMemoryMb()).isPositive();
        assertThat(state.freeDiskMb()).isNotNegative();
        assertThat(state.cpuLoad()).isNotNegative();
    }
}
