package studio.diorama.worker.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.imaging.ImageFormat;
import studio.diorama.imaging.ImageHeader;
import studio.diorama.imaging.ImageLimits;

class NoiseTiffTest {

    @TempDir
    private Path folder;

    @Test
    void isAPictureOfTheAnnouncedLength() throws IOException {
        NoiseTiff picture = new NoiseTiff(3, 2L * NoiseTiff.CHUNK_BYTES);
        Path file = folder.resolve(picture.name());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int chunk = 0; chunk < picture.chunks(); chunk++) {
                for (ByteBuffer bytes : picture.chunk(chunk)) {
                    channel.write(bytes);
                }
            }
            assertThat(channel.size()).isEqualTo(picture.bytes());
        }
        ImageHeader header = ImageHeader.read(file, ImageLimits.PHOTO);
        assertThat(header.format()).isEqualTo(ImageFormat.TIFF);
        assertThat(header.bitDepth()).isEqualTo(16);
        assertThat(picture.bytes() - (long) header.width() * header.height() * 6)
                .isBetween(0L, 4096L * 6 + 256);
    }

    @Test
    void sendsWhatItWrites() {
        NoiseTiff picture = new NoiseTiff(0, NoiseTiff.CHUNK_BYTES);
        assertThat(picture.body(0).contentLength()).isEqualTo(NoiseTiff.CHUNK_BYTES);
    }

    @Test
    void isAnotherFileUnderAnotherNumber() {
        assertThat(new NoiseTiff(1, NoiseTiff.CHUNK_BYTES).chunk(0)[0])
                .isNotEqualTo(new NoiseTiff(2, NoiseTiff.CHUNK_BYTES).chunk(0)[0]);
    }
}
