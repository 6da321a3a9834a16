package studio.diorama.persistence.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.testing.DatabaseContract;

class DirectoryArtifactStoreTest extends DatabaseContract {

    private static final byte[] BYTES = "light and shade".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path root;

    private DirectoryArtifactStore store;

    @BeforeEach
    void open() {
        store = new DirectoryArtifactStore(root, database, clock, 0);
    }

    private static byte[] read(ArtifactStore store, String sha256) throws IOException {
        try (SeekableByteChannel channel = store.open(sha256)) {
            return Channels.newInputStream(channel).readAllBytes();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void whatWasPutIsReadFromAnywhere() throws IOException {
        StoredBytes stored = store.put(new ByteArrayInputStream(BYTES));
        assertThat(stored).isEqualTo(new StoredBytes(ContentHash.of("light and shade"), BYTES.length));
        DirectoryArtifactStore other = new DirectoryArtifactStore(root, database, clock, 0);
        assertThat(read(other, stored.sha256())).isEqualTo(BYTES);
        try (SeekableByteChannel channel = store.open(stored.sha256())) {
            ByteBuffer buffer = ByteBuffer.allocate(5);
            channel.position(10).read(buffer);
            assertThat(buffer.array()).isEqualTo("shade".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(store.put(InputStream.nullInputStream()).bytes()).isZero();
    }

    @Test
    void theSameBytesFromEightThreadsAreStoredOnce() throws Exception {
        List<StoredBytes> stored = together(8, thread -> store.put(new ByteArrayInputStream(BYTES)));
        assertThat(stored).containsOnly(stored.getFirst());
        assertThat(files()).hasSize(1);
        assertThat(studio.count("blob")).isOne();
        assertThat(read(store, stored.getFirst().sha256())).isEqualTo(BYTES);
    }

    @Test
    void takesAFileOverOrKeepsItWhereItIs() throws IOException {
        Path file = Files.write(root.resolve("upload"), BYTES);
        StoredBytes kept = store.keep(file);
        assertThat(file).exists();
        assertThat(store.take(file)).isEqualTo(kept);
        assertThat(file).doesNotExist();
        assertThat(files()).hasSize(1);
        assertThat(read(store, kept.sha256())).isEqualTo(BYTES);
    }

    @Test
    void takesAFileFromAnotherDisk() throws IOException {
        Path memory = Path.of("/dev/shm");
        assumeTrue(Files.isWritable(memory), "/dev/shm is not there, so there is no second disk");
        Path file = Files.write(Files.createTempFile(memory, "diorama", ".part"), BYTES);
        assumeTrue(!Files.getFileStore(file).equals(Files.getFileStore(root)), "one disk only");
        StoredBytes stored = store.take(file);
        assertThat(file).doesNotExist();
        assertThat(read(store, stored.sha256())).isEqualTo(BYTES);
    }

    @Test
    void aStreamThatBreaksLeavesNothing() throws IOException {
        InputStream broken = new InputStream() {
            private int left = 1 << 20;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("The connection was cut");
                }
                return 7;
            }
        };
        assertThatThrownBy(() -> store.put(broken)).isInstanceOf(DioramaException.class);
        assertThat(files()).isEmpty();
        assertThat(studio.count("blob")).isZero();
    }

    @Test
    void aCrashBetweenFileAndRowLeavesAFileThatTheNextPutOrCollectionTakesCareOf() throws IOException {
        String sha256 = ContentHash.of("light and shade");
        assertThatThrownBy(() -> database.run(session -> {
                    store.put(new ByteArrayInputStream(BYTES));
                    throw new IllegalStateException("the power went");
                }))
                .hasMessage("the power went");
        assertThat(studio.count("blob")).isZero();
        assertThat(store.folders().place(sha256)).exists();
        assertThat(store.put(new ByteArrayInputStream(BYTES)).sha256()).isEqualTo(sha256);
        assertThat(studio.count("blob")).isOne();
        assertThat(read(store, sha256)).isEqualTo(BYTES);
    }

    @Test
    void changedBytesAreNotGivenOutAndHealWhenTheyAreStoredAgain() throws IOException {
        StoredBytes stored = store.put(new ByteArrayInputStream(BYTES));
        Path place = store.folders().place(stored.sha256());
        byte[] flipped = BYTES.clone();
        flipped[3] ^= 1;
        Files.write(place, flipped);
        assertThat(refusal(stored.sha256()).code()).isEqualTo(ErrorCode.DAMAGED);
        Files.write(place, new byte[0]);
        assertThat(refusal(stored.sha256()).code()).isEqualTo(ErrorCode.DAMAGED);

        store.put(new ByteArrayInputStream(BYTES));
        assertThat(read(store, stored.sha256())).isEqualTo(BYTES);

        Files.write(place, flipped);
        clock.advance(Duration.ofMinutes(11));
        assertThat(refusal(stored.sha256()).code()).isEqualTo(ErrorCode.DAMAGED);
    }

    @Test
    void aFileWrittenSinceItsHashWasRightIsHashedAgain() throws IOException {
        StoredBytes stored = store.put(new ByteArrayInputStream(BYTES));
        Path place = store.file(stored.sha256());
        FileTime right = Files.getLastModifiedTime(place);
        byte[] flipped = BYTES.clone();
        flipped[3] ^= 1;
        Files.write(place, flipped);
        Files.setLastModifiedTime(place, FileTime.from(right.toInstant().plusSeconds(1)));
        assertThat(refusal(stored.sha256()).code()).isEqualTo(ErrorCode.DAMAGED);
    }

    @Test
    void whatIsNotStoredIsNotFound() {
        assertThat(refusal("0".repeat(64)).code()).isEqualTo(ErrorCode.NOT_FOUND);
        for (String name : List.of("", "../../etc/passwd", "0".repeat(63), "0".repeat(64) + "/..", "A".repeat(64))) {
            assertThat(refusal(name).code()).as(name).isEqualTo(ErrorCode.NOT_FOUND);
        }
    }

    private DioramaException refusal(String sha256) {
        return catchThrowableOfType(
                DioramaException.class, () -> store.open(sha256).close());
    }

    @Test
    void aFullDiskIsRefusedAndNothingIsLeft() throws Exception {
        Path disk = Files.createDirectory(root.resolve("disk"));
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString())
                .redirectErrorStream(true)
                .start();
        assumeTrue(mount.waitFor() == 0, "A small disk can be mounted by root alone");
        try {
            DirectoryArtifactStore small = new DirectoryArtifactStore(disk, database, clock, 0);
            DioramaException full = catchThrowableOfType(
                    DioramaException.class, () -> small.put(new ByteArrayInputStream(new byte[5 << 20])));
            assertThat(full.code()).isEqualTo(ErrorCode.STORAGE_FULL);
            assertThat(small.folders().incoming()).isEmptyDirectory();
            assertThat(studio.count("blob")).isZero();
            assertThat(small.put(new ByteArrayInputStream(BYTES)).bytes()).isEqualTo(BYTES.length);

            DirectoryArtifactStore careful = new DirectoryArtifactStore(disk, database, clock, 50);
            careful.requireRoomFor(1 << 20);
            assertThat(catchThrowableOfType(DioramaException.class, () -> careful.requireRoomFor(3 << 20))
                            .code())
                    .isEqualTo(ErrorCode.STORAGE_FULL);
        } finally {
            assertThat(new ProcessBuilder("umount", disk.toString()).start().waitFor())
                    .isZero();
        }
    }

    @Test
    void aLongStreamNeedsLittleMemory() throws IOException {
        assumeTrue(kind.ordinal() == 0, "once is enough");
        long length = 300L << 20;
        InputStream zeros = new InputStream() {
            private long left = length;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int count) {
                int read = (int) Math.min(count, left);
                left -= read;
                return read == 0 ? -1 : read;
            }
        };
        long before = allocated();
        StoredBytes stored = store.put(zeros);
        store.open(stored.sha256()).close();
        assertThat(stored.bytes()).isEqualTo(length);
        assertThat(allocated() - before).as("bytes allocated for 300 MiB").isLessThan(16L << 20);
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
