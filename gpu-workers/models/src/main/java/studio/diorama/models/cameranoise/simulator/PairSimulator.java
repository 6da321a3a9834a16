package studio.diorama.models.cameranoise.simulator;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.JpegRoundTrip;
import studio.diorama.imaging.JpegWriter;
import studio.diorama.imaging.PngWriter;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.RgbImage;
import studio.diorama.models.cameranoise.Compression;
import studio.diorama.models.cameranoise.NoiseSource;

/// Makes clean/noisy pairs with a synthetic sensor, in the folders that
/// [studio.diorama.models.cameranoise.fit.PairFolder] reads: `<sensor>_<iso>/clean/NAME.png` and
/// `<sensor>_<iso>/noisy/NAME.png`, or `NAME.jpg` where the sensor's camera writes JPEG.
public final class PairSimulator {

    private PairSimulator() {}

    /// @param scenes clean photographs, opened once for each ISO
    /// @param isos whole ISO numbers within the sensor's range
    /// @param seed the root; a pair's noise is keyed on sensor, ISO and the scene's name
    /// @param outputFolder made where it is absent
    public static void write(
            List<? extends NoiseSource> scenes,
            SyntheticSensor sensor,
            List<Integer> isos,
            Seed seed,
            Path outputFolder,
            Cancellation cancellation,
            ProgressSink progress) {
        isos.forEach(sensor::requireIso);
        CameraSimulator camera = new CameraSimulator(sensor);
        int pairs = isos.size() * scenes.size();
        int done = 0;
        try {
            for (int iso : isos) {
                Path folder = outputFolder.resolve(sensor.name() + "_" + iso);
                Files.createDirectories(folder.resolve("clean"));
                Files.createDirectories(folder.resolve("noisy"));
                for (NoiseSource scene : scenes) {
                    cancellation.throwIfRequested();
                    RgbImage picture = scene.open().image();
                    Rgb8Image clean = stored(camera.clean(picture), sensor);
                    PngWriter.write(clean, folder.resolve("clean/" + scene.name() + ".png"));
                    Rgb8Image noisy = camera.noisy(picture, iso, pairSeed(seed, sensor, iso, scene.name()));
                    switch (sensor.compression()) {
                        case Compression.Lossless _ ->
                            PngWriter.write(noisy, folder.resolve("noisy/" + scene.name() + ".png"));
                        case Compression.Jpeg jpeg ->
                            writeJpeg(noisy, jpeg, folder.resolve("noisy/" + scene.name() + ".jpg"));
                    }
                    progress.report(sensor.name() + " at ISO " + iso, ++done / (double) pairs);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the camera's file would hold of a picture: what JPEG does to a scene without noise is no noise.
    private static Rgb8Image stored(Rgb8Image picture, SyntheticSensor sensor) {
        return switch (sensor.compression()) {
            case Compression.Lossless _ -> picture;
            case Compression.Jpeg jpeg -> JpegRoundTrip.apply(picture, jpeg.quality(), jpeg.subsampling());
        };
    }

    private static void writeJpeg(Rgb8Image noisy, Compression.Jpeg jpeg, Path file) throws IOException {
        try (OutputStream output = new BufferedOutputStream(Files.newOutputStream(file))) {
            JpegWriter.write(noisy, jpeg.quality(), jpeg.subsampling(), output);
        }
    }

    /// The seed that a pair's noise is drawn with.
    public static Seed pairSeed(Seed root, SyntheticSensor sensor, int iso, String scene) {
        return root.child(sensor.name()).child("iso/" + iso).child("scene/" + scene);
    }
}
