package studio.diorama.models.cameranoise.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.ChromaSubsampling;
import studio.diorama.imaging.JpegWriter;
import studio.diorama.imaging.PngWriter;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.ChannelNoise;
import studio.diorama.models.cameranoise.CleanReference;
import studio.diorama.models.cameranoise.Compression;
import studio.diorama.models.cameranoise.HeteroscedasticNoise;
import studio.diorama.models.cameranoise.IsoNoise;
import studio.diorama.models.cameranoise.NoiseCondition;
import studio.diorama.models.cameranoise.NoiseOptions;
import studio.diorama.models.cameranoise.Pictures;
import studio.diorama.models.cameranoise.Profiles;
import studio.diorama.models.cameranoise.Provenance;
import studio.diorama.models.cameranoise.ToneCurve;
import studio.diorama.models.cameranoise.WhiteBalance;

/// Pairs made with known parameters, fitted blind.
class NoiseFitTest {

    private static final IsoNoise TRUTH = new IsoNoise(
            800, new ChannelNoise(2e-3, 3e-5), new ChannelNoise(1e-3, 2e-5), new ChannelNoise(4e-3, 5e-5), 0.02, 0, 0);

    @TempDir
    private Path folder;

    @Test
    void knownLawIsRecovered() throws IOException {
        CameraProfile truth = camera(new ToneCurve.Srgb(), new Compression.Lossless(), CleanReference.NOISE_FREE);
        CameraProfile fitted = fit(write(truth, 3));
        assertThat(fitted.toneCurve()).isEqualTo(new ToneCurve.Srgb());
        assertThat(fitted.cleanReference()).isEqualTo(CleanReference.NOISE_FREE);
        assertThat(fitted.compression()).isEqualTo(new Compression.Lossless());
        assertThat(fitted.levels()).hasSize(1);
        assertThat(fitted.levels().getFirst().iso()).isEqualTo(800);
        assertThat(fitted.levels().getFirst().fittedPixels()).isEqualTo(3 * 400 * 400);
        assertThat(fitted.levels().getFirst().fitResidual()).isLessThan(0.03);
        for (int channel = 0; channel < 3; channel++) {
            ChannelNoise found = fitted.levels().getFirst().channel(channel);
            ChannelNoise expected = TRUTH.channel(channel);
            assertThat(found.shot()).isCloseTo(expected.shot(), within(0.04 * expected.shot()));
            assertThat(found.readVariance()).isCloseTo(expected.readVariance(), within(0.06 * expected.readVariance()));
        }
    }

    @Test
    void whatJpegTakesIsGivenBack() throws IOException {
        Compression jpeg = new Compression.Jpeg(85, ChromaSubsampling.YUV_420);
        CameraProfile fitted = fit(write(camera(new ToneCurve.Srgb(), jpeg, CleanReference.NOISE_FREE), 2));
        assertThat(fitted.compression()).isEqualTo(jpeg);
        assertThat(fitted.levels().getFirst().fitResidual()).isLessThan(0.03);
        // JPEG keeps brightness finely and averages colour over four pixels, so brightness is what can be recovered.
        double expected = brightnessVariance(TRUTH);
        assertThat(brightnessVariance(fitted.levels().getFirst())).isCloseTo(expected, within(0.12 * expected));
    }

    private static double brightnessVariance(IsoNoise noise) {
        double light = 0.3;
        return 0.299 * 0.299 * noise.red().variance(light)
                + 0.587 * 0.587 * noise.green().variance(light)
                + 0.114 * 0.114 * noise.blue().variance(light);
    }

    @Test
    void isotropicSigmaMatchesTheWholeNoise() throws IOException {
        ChannelNoise same = new ChannelNoise(0, 4e-4);
        CameraProfile truth = camera(new ToneCurve.Srgb(), new Compression.Lossless(), CleanReference.NOISE_FREE)
                .withLevels(List.of(new IsoNoise(800, same, same, same, 0.02, 0, 0)));
        assertThat(fit(write(truth, 2)).levels().getFirst().isotropicSigma()).isCloseTo(0.02, within(0.0006));
    }

    @Test
    void toneCurveIsFoundInTheNoiseWhereSrgbFitsBadly() throws IOException {
        List<Double> contrast = new ArrayList<>();
        for (int i = 0; i <= 32; i++) {
            double encoded = i / 32.0;
            contrast.add(Math.pow(encoded, 1.4) * (1 - 0.55 * Math.sin(Math.PI * encoded)));
        }
        contrast.set(32, 1.0);
        CameraProfile truth =
                camera(new ToneCurve.Table(contrast), new Compression.Lossless(), CleanReference.NOISE_FREE);
        List<PairFile> pairs = write(truth, 2);
        CameraProfile withSrgb =
                NoiseFit.fit(request(pairs).withToneCurve(new ToneCurve.Srgb()), Cancellation.NEVER, ProgressSink.NONE);
        CameraProfile withOwn = fit(pairs);
        assertThat(withOwn.toneCurve()).isInstanceOf(ToneCurve.Table.class);
        assertThat(withOwn.levels().getFirst().fitResidual())
                .isLessThan(0.5 * withSrgb.levels().getFirst().fitResidual());
    }

    @Test
    void cleanPicturesThatAreMeansOfFilesAreRecognised() throws IOException {
        IsoNoise strong = new IsoNoise(
                800,
                new ChannelNoise(2e-2, 1e-3),
                new ChannelNoise(2e-2, 1e-3),
                new ChannelNoise(2e-2, 1e-3),
                0.1,
                0,
                0);
        for (CleanReference reference : CleanReference.values()) {
            CameraProfile truth = camera(new ToneCurve.Srgb(), new Compression.Lossless(), reference)
                    .withLevels(List.of(strong));
            FitRequest request = request(write(truth, 1)).withToneCurve(new ToneCurve.Srgb());
            CameraProfile fitted = NoiseFit.fit(request, Cancellation.NEVER, ProgressSink.NONE);
            assertThat(fitted.cleanReference()).isEqualTo(reference);
        }
    }

    @Test
    void jpegQualityIsReadFromTheFile() throws IOException {
        Path file = folder.resolve("x.jpg");
        for (int quality : new int[] {30, 60, 75, 92, 99}) {
            for (ChromaSubsampling subsampling : ChromaSubsampling.values()) {
                try (OutputStream output = Files.newOutputStream(file)) {
                    JpegWriter.write(Pictures.random8(32, 32), quality, subsampling, output);
                }
                assertThat(JpegTables.read(file)).contains(new Compression.Jpeg(quality, subsampling));
            }
        }
    }

    @Test
    void severalCamerasAtOnceAreRefusedNamingThem() {
        PairFile one = new PairFile("One", 100, "s", folder, folder);
        PairFile two = new PairFile("Two", 100, "s", folder, folder);
        assertThatThrownBy(() -> fit(List.of(one, two)))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("One, Two");
    }

    @Test
    void cancellationStopsTheFit() throws IOException {
        List<PairFile> pairs =
                write(camera(new ToneCurve.Srgb(), new Compression.Lossless(), CleanReference.NOISE_FREE), 1);
        assertThatThrownBy(() -> NoiseFit.fit(request(pairs), () -> true, ProgressSink.NONE))
                .isInstanceOf(DioramaException.class);
    }

    private static CameraProfile camera(ToneCurve curve, Compression compression, CleanReference reference) {
        return Profiles.camera(curve, WhiteBalance.NEUTRAL, compression)
                .withCleanReference(reference)
                .withLevels(List.of(TRUTH));
    }

    private List<PairFile> write(CameraProfile truth, int count) throws IOException {
        Path parent = folder.resolve("Known_800");
        Files.createDirectories(parent.resolve("clean"));
        Files.createDirectories(parent.resolve("noisy"));
        for (int i = 0; i < count; i++) {
            Rgb8Image clean = Pictures.smooth(400, 400, i);
            PngWriter.write(clean, parent.resolve("clean/" + i + ".png"));
            NoiseOptions options = NoiseOptions.of(new Seed(70 + i)).withCompression(false);
            Rgb8Image noisy = (Rgb8Image) new HeteroscedasticNoise()
                    .apply(clean, new NoiseCondition(truth, 800), options, Cancellation.NEVER, ProgressSink.NONE)
                    .noisy();
            switch (truth.compression()) {
                case Compression.Lossless _ -> PngWriter.write(noisy, parent.resolve("noisy/" + i + ".png"));
                case Compression.Jpeg jpeg -> {
                    try (OutputStream output =
                            new BufferedOutputStream(Files.newOutputStream(parent.resolve("noisy/" + i + ".jpg")))) {
                        JpegWriter.write(noisy, jpeg.quality(), jpeg.subsampling(), output);
                    }
                }
            }
        }
        return PairFolder.find(folder, Optional.empty(), OptionalInt.empty());
    }

    private static CameraProfile fit(List<PairFile> pairs) {
        return NoiseFit.fit(request(pairs), Cancellation.NEVER, ProgressSink.NONE);
    }

    private static FitRequest request(List<PairFile> pairs) {
        return FitRequest.of("Known", "", new Provenance("", "", "", ""), pairs);
    }
}
