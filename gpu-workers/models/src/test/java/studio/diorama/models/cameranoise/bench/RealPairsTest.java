package studio.diorama.models.cameranoise.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.CameraProfile;
import studio.diorama.models.cameranoise.HeteroscedasticNoise;
import studio.diorama.models.cameranoise.IsotropicNoise;
import studio.diorama.models.cameranoise.NoiseCondition;
import studio.diorama.models.cameranoise.NoiseModel;
import studio.diorama.models.cameranoise.Pictures;
import studio.diorama.models.cameranoise.Provenance;
import studio.diorama.models.cameranoise.SharedData;
import studio.diorama.models.cameranoise.fit.FitRequest;
import studio.diorama.models.cameranoise.fit.LoadedPair;
import studio.diorama.models.cameranoise.fit.NoiseFit;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.fit.PairFolder;
import studio.diorama.models.cameranoise.fit.SceneSplit;
import studio.diorama.models.cameranoise.metrics.NoiseComparison;
import studio.diorama.models.cameranoise.metrics.NoiseReport;

/// On real pairs of scenes that neither saw, the heteroscedastic model must beat plain Gaussian noise.
class RealPairsTest {

    private static final int MOST_TRAINING = 2;
    private static final int MOST_HELD_OUT = 2;

    @Test
    void heteroscedasticBeatsPlainGaussianOnHeldOutScenes() {
        Map<String, List<PairFile>> groups = PairFolder.find(
                        SharedData.folder("camera-noise/polyu/CroppedImages"), Optional.empty(), OptionalInt.empty())
                .stream()
                .collect(Collectors.groupingBy(pair -> pair.camera() + pair.iso(), TreeMap::new, Collectors.toList()));
        List<NoiseReport> plain = new ArrayList<>();
        List<NoiseReport> heteroscedastic = new ArrayList<>();
        for (List<PairFile> group : groups.values()) {
            SceneSplit split = SceneSplit.of(group);
            if (split.byScene()) {
                List<PairFile> training =
                        split.training().stream().limit(MOST_TRAINING).toList();
                List<PairFile> heldOut =
                        split.heldOut().stream().limit(MOST_HELD_OUT).toList();
                plain.add(judge(new IsotropicNoise(), PlainGaussian.fit(training), heldOut));
                heteroscedastic.add(judge(new HeteroscedasticNoise(), fit(training), heldOut));
            }
        }
        assertThat(plain).hasSizeGreaterThanOrEqualTo(5);
        NoiseReport ours = NoiseReport.average(heteroscedastic);
        NoiseReport theirs = NoiseReport.average(plain);
        assertThat(ours.kl4()).isLessThan(theirs.kl4());
        assertThat(ours.kl66()).isLessThan(theirs.kl66());
        assertThat(ours.deviationError()).isLessThan(theirs.deviationError());
        assertThat(ours.autocorrelationError()).isLessThan(theirs.autocorrelationError());
    }

    private static CameraProfile fit(List<PairFile> training) {
        return NoiseFit.fit(
                FitRequest.of("Real", "", new Provenance("", "", "", ""), training),
                Cancellation.NEVER,
                ProgressSink.NONE);
    }

    private static NoiseReport judge(NoiseModel model, CameraProfile profile, List<PairFile> heldOut) {
        NoiseComparison comparison = new NoiseComparison();
        for (int i = 0; i < heldOut.size(); i++) {
            LoadedPair pair = LoadedPair.of(heldOut.get(i), false);
            Rgb8Image drawn = (Rgb8Image) Pictures.noisy(
                    model, pair.clean(), new NoiseCondition(profile, profile.minimumIso()), new Seed(i).value());
            comparison.add(pair.clean(), pair.noisy(), drawn);
        }
        return comparison.report();
    }
}
