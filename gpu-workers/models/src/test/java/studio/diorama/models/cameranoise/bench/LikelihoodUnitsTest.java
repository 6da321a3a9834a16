package studio.diorama.models.cameranoise.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.ChannelNoise;
import studio.diorama.models.cameranoise.CleanReference;
import studio.diorama.models.cameranoise.Compression;
import studio.diorama.models.cameranoise.IsoNoise;
import studio.diorama.models.cameranoise.IsotropicNoise;
import studio.diorama.models.cameranoise.Pictures;
import studio.diorama.models.cameranoise.Provenance;
import studio.diorama.models.cameranoise.ToneCurve;
import studio.diorama.models.cameranoise.WhiteBalance;
import studio.diorama.models.cameranoise.fit.LoadedPair;
import studio.diorama.models.cameranoise.flow.FlowCamera;
import studio.diorama.models.cameranoise.flow.FlowCondition;
import studio.diorama.models.cameranoise.flow.FlowConfig;
import studio.diorama.models.cameranoise.flow.FlowParameters;
import studio.diorama.models.cameranoise.flow.FlowPipeline;
import studio.diorama.models.cameranoise.flow.FlowWeights;
import studio.diorama.models.cameranoise.flow.StepKind;

/// Noise of a known Gaussian law must get its entropy from both kinds of model, so that a table may hold both.
class LikelihoodUnitsTest {

    /// In codes; wide enough that rounding adds next to nothing.
    private static final double DEVIATION = 20;

    private static final double ENTROPY = 0.5 * Math.log(2 * Math.PI * Math.E * DEVIATION * DEVIATION);
    private static final LoadedPair PAIR = pair();

    @Test
    void aClassicalModelGetsTheEntropy() {
        ChannelNoise law = new ChannelNoise(0, DEVIATION * DEVIATION / (255 * 255));
        CameraProfile profile = new CameraProfile(
                CameraProfile.VERSION,
                "Known",
                "",
                new Provenance("", "", "", ""),
                new ToneCurve.Gamma(1),
                WhiteBalance.NEUTRAL,
                new Compression.Lossless(),
                CleanReference.NOISE_FREE,
                List.of(new IsoNoise(100, law, law, law, DEVIATION / 255, 0, 0)));
        Contender contender = new Contender.OfProfile("known", new IsotropicNoise(), profile);
        assertThat(contender.negativeLogLikelihood(PAIR)).isCloseTo(ENTROPY, within(0.01));
    }

    @Test
    void aFlowGetsTheSameEntropy() {
        FlowConfig config = FlowConfig.paper(List.of(new FlowCamera("Known", List.of(100.0))))
                .without(StepKind.CHANNELS)
                .without(StepKind.MIXING);
        FlowParameters start = FlowParameters.start(config, new Seed(1));
        Map<String, float[]> values = new LinkedHashMap<>(start.values());
        String first = start.names().stream()
                .filter(name -> name.endsWith("log_scale"))
                .findFirst()
                .orElseThrow();
        float[] scales = values.get(first).clone();
        Arrays.fill(scales, (float) Math.log(256 / DEVIATION));
        values.put(first, scales);
        FlowPipeline flow = FlowPipeline.of(FlowWeights.of(new FlowParameters(config, values)));
        Contender contender = new Contender.OfFlow(flow, new FlowCondition(0, 100));
        assertThat(contender.negativeLogLikelihood(PAIR)).isCloseTo(ENTROPY, within(0.01));
    }

    private static LoadedPair pair() {
        Rgb8Image clean = Pictures.flat(256, 256, 128);
        SplittableRandom random = new SplittableRandom(11);
        byte[] samples = new byte[clean.samples().length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) Math.clamp(Math.round(128 + DEVIATION * random.nextGaussian()), 0, 255);
        }
        return new LoadedPair(clean, new Rgb8Image(256, 256, samples));
    }
}
