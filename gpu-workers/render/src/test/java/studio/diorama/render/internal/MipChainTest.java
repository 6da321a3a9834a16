package studio.diorama.render.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

/// Smaller copies of a texture are means of light.
class MipChainTest {

    @Test
    void blackAndWhiteMeetInTheMiddleOfLightAndNotOfNumbers() {
        byte[] pair = {0, 0, 0, -1, -1, -1, -1, -1};
        assertThat(MipChain.levels(2, 1)).isEqualTo(2);
        assertThat(MipChain.texels(2, 1)).isEqualTo(3);
        assertThat(last(pair, true)).isEqualTo(188);
        assertThat(last(pair, false)).isEqualTo(128);
    }

    @Test
    void sidesThatAreNoPowersOfTwoAreCoveredWhole() {
        assertThat(MipChain.levels(5, 3)).isEqualTo(3);
        assertThat(MipChain.texels(5, 3)).isEqualTo(5 * 3 + 2 + 1);
    }

    private static int last(byte[] rgba, boolean srgb) {
        ByteBuffer to = ByteBuffer.allocate(12);
        MipChain.write(2, 1, rgba, srgb, to);
        return to.get(8) & 255;
    }
}
