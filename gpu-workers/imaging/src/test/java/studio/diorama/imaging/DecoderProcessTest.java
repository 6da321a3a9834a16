package studio.diorama.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

class DecoderProcessTest {

    @TempDir
    private Path folder;

    @Test
    void childDecodesAsThisProcessDoes() {
        byte[] exif = TiffBytes.exif(ByteOrder.BIG_ENDIAN, 6);
        Path eight = Pictures.file(
                folder, "8", JpegBytes.with(Pictures.jpeg(Pictures.photo(70, 50, 9), false), JpegBytes.exif(exif)));
        Path sixteen = Pictures.file(folder, "16", Pictures.png(Pictures.photo16(333, 257)));
        try (DecoderProcess decoder = new DecoderProcess(DecoderSettings.DEFAULT)) {
            Photo expected = PhotoDecoder.decode(eight, ImageLimits.PHOTO);
            Photo photo = decoder.decode(eight, ImageLimits.PHOTO);
            assertThat(photo.metadata()).isEqualTo(expected.metadata());
            assertThat(((Rgb8Image) photo.image()).samples()).isEqualTo(((Rgb8Image) expected.image()).samples());
            assertThat(photo.image().width()).isEqualTo(50);
            ProcessHandle first = decoder.handle().orElseThrow();
            Photo deep = decoder.decode(sixteen, ImageLimits.PHOTO);
            assertThat(((Rgb16Image) deep.image()).samples())
                    .isEqualTo(((Rgb16Image) PhotoDecoder.decode(sixteen, ImageLimits.PHOTO)
                                    .image())
                            .samples());
            assertThat(decoder.handle()).contains(first);
        }
    }

    @Test
    void refusalsComeThroughInTheirOwnWordsAndLeaveTheChildRunning() {
        Path page = Pictures.file(folder, "page.png", "<html>".getBytes(StandardCharsets.US_ASCII));
        Path small = Pictures.file(folder, "small", Pictures.png(Pictures.photo(20, 10, 9)));
        try (DecoderProcess decoder = new DecoderProcess(DecoderSettings.DEFAULT)) {
            assertThatThrownBy(() -> decoder.decode(page, ImageLimits.PHOTO))
                    .isInstanceOfSatisfying(
                            DioramaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA))
                    .hasMessageContaining("a web page");
            ProcessHandle first = decoder.handle().orElseThrow();
            assertThatThrownBy(() -> decoder.decode(small, ImageLimits.PHOTO.withMaxSide(15)))
                    .hasMessageContaining("image side");
            assertThat(decoder.handle()).contains(first);
        }
    }

    @Test
    void checkTellsAllAndWritesAThumbnail() {
        byte[] exif = TiffBytes.exif(ByteOrder.LITTLE_ENDIAN, 8);
        Path photo = Pictures.file(
                folder, "p", JpegBytes.with(Pictures.jpeg(Pictures.photo(1200, 800, 9), true), JpegBytes.exif(exif)));
        Path jpeg = folder.resolve("thumbnail.jpg");
        Path png = folder.resolve("thumbnail.png");
        try (DecoderProcess decoder = new DecoderProcess(DecoderSettings.DEFAULT)) {
            PhotoCheck check = decoder.check(photo, jpeg);
            assertThat(check.header()).isEqualTo(new ImageHeader(ImageFormat.JPEG, 1200, 800, 8, 1, false, 8));
            assertThat(check.metadata().cameraModel()).contains("Model 7");
            assertThat(check.thumbnailWidth()).isEqualTo(341);
            assertThat(check.thumbnailHeight()).isEqualTo(512);
            decoder.check(photo, png, 100, ImageLimits.PHOTO);
        }
        assertThat(ImageHeader.read(jpeg, ImageLimits.PHOTO))
                .isEqualTo(new ImageHeader(ImageFormat.JPEG, 341, 512, 8, 1, false, 1));
        assertThat(ImageHeader.read(png, ImageLimits.PHOTO))
                .isEqualTo(new ImageHeader(ImageFormat.PNG, 67, 100, 8, 1, false, 1));
    }

    @Test
    void timeLimitEndsThePictureAndTheNextOneIsFine() {
        Path photo = Pictures.file(folder, "p", Pictures.png(Pictures.photo(2_000, 1_500, 60)));
        Path thumbnail = folder.resolve("t.jpg");
        try (DecoderProcess decoder = new DecoderProcess(DecoderSettings.DEFAULT.withTimeLimit(Duration.ZERO))) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> decoder.check(photo, thumbnail))
                        .isInstanceOfSatisfying(
                                DioramaException.class,
                                e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                        .hasMessageContaining("took longer than 0 ms");
                assertThat(decoder.handle()).isEmpty();
                assertThat(thumbnail).doesNotExist();
            }
        }
    }

    @Test
    void fullMemoryEndsThePictureAndTheNextOneIsFine() throws IOException {
        Path large = folder.resolve("large.jpg");
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(large))) {
            JpegWriter.write(Pictures.photo(4_000, 3_000, 0), 90, ChromaSubsampling.YUV_420, output);
        }
        Path small = Pictures.file(folder, "small", Pictures.png(Pictures.photo(20, 10, 9)));
        try (DecoderProcess decoder = new DecoderProcess(DecoderSettings.DEFAULT.withHeapBytes(32L << 20))) {
            decoder.decode(small, ImageLimits.PHOTO);
            assertThatThrownBy(() -> decoder.decode(large, ImageLimits.PHOTO))
                    .isInstanceOfSatisfying(
                            DioramaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_INPUT))
                    .hasMessageContaining("more than 32 MiB");
            assertThat(decoder.decode(small, ImageLimits.PHOTO).image().width()).isEqualTo(20);
        }
        try (DecoderProcess decoder = new DecoderProcess(DecoderSettings.DEFAULT)) {
            assertThat(decoder.decode(large, ImageLimits.PHOTO).image().pixels())
                    .isEqualTo(12_000_000);
        }
    }

    @Test
    void childKilledBetweenPicturesIsReplaced() throws Exception {
        Path small = Pictures.file(folder, "small", Pictures.png(Pictures.photo(20, 10, 9)));
        try (DecoderProcess decoder = new DecoderProcess(DecoderSettings.DEFAULT)) {
            decoder.decode(small, ImageLimits.PHOTO);
            ProcessHandle first = decoder.handle().orElseThrow();
            first.destroyForcibly();
            first.onExit().get();
            assertThat(decoder.decode(small, ImageLimits.PHOTO).image().width()).isEqualTo(20);
            assertThat(decoder.handle()).isPresent().isNotEqualTo(Optional.of(first));
        }
    }

    @Test
    void childKilledInThePictureCostsThatPictureOnly() throws Exception {
        Path small = Pictures.file(folder, "small", Pictures.png(Pictures.photo(20, 10, 9)));
        // Opening a pipe for writing waits until the child has opened it for reading: then it is at work for sure.
        Path pipe = folder.resolve("pipe");
        Assumptions.assumeTrue(makePipe(pipe), "no mkfifo here, which this test needs");
        try (DecoderProcess decoder = new DecoderProcess(DecoderSettings.DEFAULT)) {
            FutureTask<Photo> decoding = new FutureTask<>(() -> decoder.decode(pipe, ImageLimits.PHOTO));
            Thread.ofPlatform().start(decoding);
            try (OutputStream open = Files.newOutputStream(pipe)) {
                decoder.handle().orElseThrow().destroyForcibly();
                assertThatThrownBy(decoding::get)
                        .hasCauseInstanceOf(DioramaException.class)
                        .hasMessageContaining("stopped without an answer");
                assertThat(open).isNotNull();
            }
            assertThat(decoder.decode(small, ImageLimits.PHOTO).image().width()).isEqualTo(20);
        }
    }

    @Test
    void childAtWorkEndsAndTidiesUpWhenItsParentIsKilled() throws Exception {
        Path small = Pictures.file(folder, "small", Pictures.png(Pictures.photo(20, 10, 9)));
        Path pipe = folder.resolve("pipe");
        Assumptions.assumeTrue(makePipe(pipe), "no mkfifo here, which this test needs");
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        StuckParent.class.getName(),
                        small.toString(),
                        pipe.toString())
                .start();
        try (BufferedReader lines = parent.inputReader();
                OutputStream open = Files.newOutputStream(pipe)) {
            ProcessHandle child =
                    ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
            parent.destroyForcibly();
            child.onExit().get();
            assertThat(open).isNotNull();
            assertThat(temporary).isEmptyDirectory();
        }
    }

    private static boolean makePipe(Path pipe) throws InterruptedException {
        try {
            return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void closingEndsTheChild() throws Exception {
        DecoderProcess decoder = new DecoderProcess(DecoderSettings.DEFAULT);
        Path small = Pictures.file(folder, "small", Pictures.png(Pictures.photo(20, 10, 9)));
        decoder.decode(small, ImageLimits.PHOTO);
        ProcessHandle child = decoder.handle().orElseThrow();
        decoder.close();
        assertThat(child.onExit().get().isAlive()).isFalse();
        assertThatThrownBy(() -> decoder.decode(small, ImageLimits.PHOTO)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void fencesAreNamed() {
        try (DecoderProcess decoder = new DecoderProcess(DecoderSettings.DEFAULT)) {
            assertThat(decoder.fences()).contains("1024 MiB of Java heap", "60000 ms a picture");
        }
    }
}
