package dev.perfagent.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bytes that are no plan are told from one, whatever they are, and cost no more than their own size. */
final class PlanDamageTest {
    private static final int FLIPS = 5_000;
    private static final int FORGERIES = 5_000;
    private static final int[] NONSENSE = {
        Integer.MAX_VALUE, Integer.MAX_VALUE - 8, Integer.MIN_VALUE, -1, 0, 1 << 30, 1 << 24, 0xffff
    };

    /** What reading a forged plan of some KB may allocate: far below what a forged length asks for. */
    private static final long MOST_ALLOCATED = 1024 * 1024;

    private final byte[] whole = PlanStore.format(Plans.KEY, withoutLargeClass());
    private final Random random = new Random(42);

    @Test
    void theWholeOneIsAPlan() {
        assertThat(PlanStore.parse(Plans.KEY, whole)).isNotNull();
    }

    @Test
    void cutOffAnywhere() {
        for (int length = 0; length < whole.length; length++) {
            assertThat(PlanStore.parse(Plans.KEY, Arrays.copyOf(whole, length)))
                    .as("%d of %d bytes", length, whole.length)
                    .isNull();
        }
    }

    @Test
    void longerThanItSays() {
        assertThat(PlanStore.parse(Plans.KEY, Arrays.copyOf(whole, whole.length + 1)))
                .isNull();
    }

    @Test
    void everyBitOfTheHeaderFlipped() {
        for (int bit = 0; bit < PlanStore.HEADER * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(PlanStore.parse(Plans.KEY, damaged)).as("bit %d", bit).isNull();
        }
    }

    @Test
    void bitsFlippedAnywhere() {
        for (int i = 0; i < FLIPS; i++) {
            byte[] damaged = whole.clone();
            for (int flips = 1 + i % 5; flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            if (!Arrays.equals(damaged, whole)) {
                assertThat(PlanStore.parse(Plans.KEY, damaged)).as("no. %d", i).isNull();
            }
        }
    }

    @Test
    void aPieceOverwrittenOrMoved() {
        for (int i = 0; i < FLIPS; i++) {
            byte[] damaged = whole.clone();
            int length = 1 + random.nextInt(64);
            int at = random.nextInt(damaged.length - length);
            int from = random.nextInt(damaged.length - length);
            System.arraycopy(i % 2 == 0 ? whole : new byte[whole.length], from, damaged, at, length);
            if (!Arrays.equals(damaged, whole)) {
                assertThat(PlanStore.parse(Plans.KEY, damaged)).as("no. %d", i).isNull();
            }
        }
    }

    @Test
    void randomBytes() {
        for (int i = 0; i < FLIPS; i++) {
            byte[] bytes = new byte[random.nextInt(2048)];
            random.nextBytes(bytes);
            assertThat(PlanStore.parse(Plans.KEY, bytes)).isNull();
        }
    }

    @Test
    void anotherKeys() {
        assertThat(PlanStore.parse(Plans.KEY + "!", whole)).isNull();
        assertThat(PlanStore.parse("", whole)).isNull();
    }

    @Test
    void nonsenseLengthsWithTheRightChecksum() {
        for (int at = PlanStore.HEADER; at <= whole.length - 4; at++) {
            for (int value : NONSENSE) {
                byte[] forged = whole.clone();
                ByteBuffer.wrap(forged).putInt(at, value);
                readForged(forged);
            }
        }
    }

    @Test
    void randomPiecesWithTheRightChecksum() {
        for (int i = 0; i < FORGERIES; i++) {
            byte[] forged = whole.clone();
            byte[] piece = new byte[1 + random.nextInt(16)];
            random.nextBytes(piece);
            System.arraycopy(
                    piece,
                    0,
                    forged,
                    PlanStore.HEADER + random.nextInt(forged.length - PlanStore.HEADER - piece.length),
                    piece.length);
            readForged(forged);
        }
    }

    @Test
    void cutOffAnywhereWithTheRightChecksum() {
        for (int length = PlanStore.HEADER; length < whole.length; length++) {
            assertThat(readForged(Arrays.copyOf(whole, length)))
                    .as("%d of %d bytes", length, whole.length)
                    .isNull();
        }
    }

    /** Null, a plan, or a RuntimeException, which is what the store takes for damage; never an Error. */
    private static @Nullable Plan readForged(byte[] forged) {
        int length = forged.length - PlanStore.HEADER;
        ByteBuffer.wrap(forged).putInt(8, length).putInt(12, ClassEntry.crc(forged, PlanStore.HEADER, length));
        long before = allocated();
        try {
            Plan plan = PlanStore.parse(Plans.KEY, forged);
            if (plan != null) {
                readOnDemand(plan);
            }
            return plan;
        } catch (RuntimeException damaged) {
            return null;
        } finally {
            assertThat(allocated() - before).isLessThan(MOST_ALLOCATED);
        }
    }

    private static void readOnDemand(Plan plan) {
        assertThat(plan.thresholds()).isNotNull();
        assertThat(plan.matches()).isNotNull();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static Plan withoutLargeClass() {
        Plan full = Plans.full();
        Plan plan = new Plan(
                full.settings(),
                full.application(),
                full.problems(),
                full.thresholdBytes(),
                full.handoffClass(),
                full.receiverClass(),
                full.watched());
        plan.restore(MatchCodec.write(full.matches()));
        full.classes().entries().stream()
                .filter(entry -> !entry.name().equals("java/lang/Shutdown"))
                .forEach(plan.classes()::add);
        return plan;
    }
}
