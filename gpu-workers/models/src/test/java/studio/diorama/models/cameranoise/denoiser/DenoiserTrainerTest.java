package studio.diorama.models.cameranoise.denoiser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.Pictures;
import studio.diorama.tensor.ComputeDevice;
import studio.diorama.tensor.Parameters;
import studio.diorama.tensor.Scope;

class DenoiserTrainerTest {

    private static final DenoiserConfig TINY = new DenoiserConfig(4, 12);
    private static final Rgb8Image CLEAN = Pictures.smooth(24, 24, 0.5);
    private static final Rgb8Image NOISY = withNoise(CLEAN);

    @TempDir
    private Path folder;

    @Test
    void startsAsThePictureItselfWhateverTheSize() {
        try (Scope scope = Scope.open(ComputeDevice.CPU)) {
            ResidualCnn network = ResidualCnn.start(scope, DenoiserConfig.SMALL, new Seed(1));
            try (Parameters parameters = network.parameters()) {
                assertThat(parameters.count()).isEqualTo(32_571);
                assertThat(network.forward(scope.full(0.25, 2, 3, 5, 9)).shape())
                        .containsExactly(2, 3, 5, 9);
                assertThat(new Denoiser(network).denoise(NOISY).samples()).isEqualTo(NOISY.samples());
            }
        }
    }

    @Test
    void onePictureIsLearntByHeartAndTheSameSeedGivesTheSameBytes() {
        double before = PictureQuality.of(CLEAN, NOISY).psnr();
        byte[] first = trained("first");
        assertThat(PictureQuality.of(CLEAN, new Rgb8Image(24, 24, first)).psnr())
                .isGreaterThan(before + 4);
        assertThat(trained("second")).isEqualTo(first);
    }

    @Test
    void placesDoNotDependOnTheNoise() {
        List<DenoiserExample> one = List.of(new DenoiserExample(CLEAN, List.of(NOISY)));
        List<DenoiserExample> three = List.of(new DenoiserExample(CLEAN, List.of(CLEAN, CLEAN, CLEAN)));
        try (Scope scope = Scope.open(ComputeDevice.CPU)) {
            float[] first =
                    DenoiserBatch.draw(scope, one, 4, 8, new Seed(2)).clean().toFloats();
            float[] second =
                    DenoiserBatch.draw(scope, three, 4, 8, new Seed(2)).clean().toFloats();
            assertThat(second).isEqualTo(first);
        }
    }

    @Test
    void picturesSmallerThanAPatchAreRefused() {
        List<DenoiserExample> examples = List.of(new DenoiserExample(CLEAN, List.of(NOISY)));
        assertThatThrownBy(() -> train(examples, new DenoiserSchedule(1, 1, 32), folder))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("32 × 32")
                .hasMessageContaining("24 × 24");
    }

    private byte[] trained(String name) {
        List<DenoiserExample> examples = List.of(new DenoiserExample(CLEAN, List.of(NOISY)));
        try (Denoiser denoiser = train(examples, new DenoiserSchedule(300, 1, 24), folder.resolve(name))) {
            return denoiser.denoise(NOISY).samples();
        }
    }

    private static Denoiser train(List<DenoiserExample> examples, DenoiserSchedule schedule, Path folder) {
        return DenoiserTrainer.train(
                TINY,
                examples,
                schedule,
                new Seed(5),
                folder,
                ComputeDevice.CPU,
                ProgressSink.NONE,
                Cancellation.NEVER);
    }

    private static Rgb8Image withNoise(Rgb8Image clean) {
        SplittableRandom random = new SplittableRandom(9);
        byte[] samples = clean.samples().clone();
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) Math.clamp(Math.round((samples[i] & 0xFF) + 20 * random.nextGaussian()), 0, 255);
        }
        return new Rgb8Image(clean.width(), clean.height(), samples);
    }
}
