package studio.diorama.dataset.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import studio.diorama.common.DioramaException;

class FloFileTest {

    private final FloFile.Flow flow = new FloFile.Flow(2, 1, new float[] {1.5f, -2, 0.25f, 1e10f});

    @Test
    void layoutIsMiddleburys() {
        ByteBuffer file = ByteBuffer.wrap(FloFile.encode(flow)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new byte[] {file.get(0), file.get(1), file.get(2), file.get(3)})
                .containsExactly('P', 'I', 'E', 'H');
        assertThat(file.getInt(4)).isEqualTo(2);
        assertThat(file.getInt(8)).isEqualTo(1);
        assertThat(file.getFloat(12)).isEqualTo(1.5f);
        assertThat(file.getFloat(16)).isEqualTo(-2f);
        assertThat(file.capacity()).isEqualTo(28);
    }

    @Test
    void comesBack() {
        assertThat(FloFile.decode("a.flo", FloFile.encode(flow), FileLimits.DEFAULT)
                        .flow())
                .isEqualTo(flow.flow());
    }

    @Test
    void refusesWhatIsNoFlow() {
        byte[] file = FloFile.encode(flow);
        for (int length = 0; length < file.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(file, length);
            assertThatThrownBy(() -> FloFile.decode("cut.flo", cut, FileLimits.DEFAULT))
                    .isInstanceOf(DioramaException.class)
                    .hasMessageContaining("cut.flo");
        }
    }
}
