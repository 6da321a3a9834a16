package studio.diorama.imaging.internal;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.imaging.ImageHeader;
import studio.diorama.imaging.Photo;
import studio.diorama.imaging.PngWriter;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.Thumbnail;

/// The decoder child's program: one request after the other from standard input, answers to standard output,
/// until the input ends or the parent is gone.
public final class DecoderMain {

    private static final int EXIT_ORPHAN = 4;

    private DecoderMain() {}

    public static void main(String[] arguments) throws IOException {
        DataInputStream requests = new DataInputStream(System.in);
        DataOutputStream answers = new DataOutputStream(new BufferedOutputStream(System.out));
        // Standard output carries answers only; whatever a library prints must not land between them.
        System.setOut(System.err);
        haltWithParent();
        while (true) {
            DecoderRequest request;
            try {
                request = DecoderRequest.read(requests);
            } catch (EOFException e) {
                WorkFolder.remove(Path.of(""));
                return;
            }
            DecoderAnswer.write(answer(request), answers);
        }
    }

    /// A picture that keeps this process busy must not outlive the parent that would have stopped it.
    private static void haltWithParent() {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        Thread watch = new Thread(
                () -> {
                    parent.ifPresent(handle -> handle.onExit().join());
                    WorkFolder.remove(Path.of(""));
                    Runtime.getRuntime().halt(EXIT_ORPHAN);
                },
                "parent-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static DecoderAnswer answer(DecoderRequest request) {
        try {
            ImageHeader header = ImageHeader.read(request.input(), request.limits());
            Photo photo = PictureDecoder.decode(request.input(), request.limits());
            if (request.thumbnailSide() == 0) {
                SampleFile.write(photo.image(), request.output());
                return new DecoderAnswer.Done(
                        header,
                        photo.metadata(),
                        photo.image().width(),
                        photo.image().height(),
                        photo.image().bitDepth());
            }
            Rgb8Image thumbnail = Thumbnail.of(photo.image(), request.thumbnailSide());
            write(thumbnail, request.output());
            return new DecoderAnswer.Done(header, photo.metadata(), thumbnail.width(), thumbnail.height(), 8);
        } catch (DioramaException e) {
            return new DecoderAnswer.Refused(e.code(), e.getMessage());
        } catch (IOException | UncheckedIOException e) {
            return new DecoderAnswer.Refused(
                    ErrorCode.INTERNAL, "The picture's file could not be read, or its result could not be written.");
        }
    }

    private static void write(Rgb8Image thumbnail, Path file) throws IOException {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
            PngWriter.write(thumbnail, file);
            return;
        }
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(file))) {
            Thumbnail.write(thumbnail, output);
        }
    }
}
