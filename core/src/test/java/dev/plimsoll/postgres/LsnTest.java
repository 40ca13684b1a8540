package dev.plimsoll.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LsnTest {
    private static final long BLOCK = 8192;
    private static final long SEGMENT = 16 << 20;

    @Test
    void aPositionIsTwoHexadecimalHalves() {
        assertThat(Lsn.parse("16/B374D848")).isEqualTo(0x16_B374_D848L);
        assertThat(Lsn.format(0x16_B374_D848L)).isEqualTo("16/B374D848");
        assertThat(Lsn.format(Lsn.parse("0/0"))).isEqualTo("0/0");
        assertThat(Lsn.parse("FFFFFFFF/FFFFFFFF")).isEqualTo(-1);
    }

    @Test
    void theHeaderOfAnEmptyPageIsTakenOff() {
        assertThat(Lsn.withoutEmptyPage(5 * BLOCK + 24, BLOCK, SEGMENT)).isEqualTo(5 * BLOCK);
        assertThat(Lsn.withoutEmptyPage(3 * SEGMENT + 40, BLOCK, SEGMENT)).isEqualTo(3 * SEGMENT);
    }

    @Test
    void everyOtherPositionStays() {
        for (long position :
                new long[] {0, 5 * BLOCK, 5 * BLOCK + 32, 5 * BLOCK + 40, 3 * SEGMENT + 24, 6 * BLOCK - 8}) {
            assertThat(Lsn.withoutEmptyPage(position, BLOCK, SEGMENT)).isEqualTo(position);
        }
    }
}
