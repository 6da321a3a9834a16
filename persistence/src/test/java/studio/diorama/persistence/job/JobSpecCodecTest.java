package studio.diorama.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

class JobSpecCodecTest {

    private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("01890000-0000-7000-8000-000000000002");
    private static final String GOOD =
            "{'pipeline':'camera-noise','version':1,'model':'isotropic','camera':'C','iso':400,'seed':7,'images':['"
                    + ID + "'],'bitDepths':[8,16],'dataset':true}";

    private static final List<UUID> FRAMES =
            IntStream.range(0, 16).mapToObj(frame -> new UUID(7, frame)).toList();

    static Stream<JobSpec> specs() {
        return Stream.of(
                new CameraNoiseSpec(
                        1, "heteroscedastic", "C", null, 400, Long.MIN_VALUE, List.of(ID), Set.of(8, 16), true),
                new CameraNoiseSpec(1, "isotropic", null, OTHER, null, 7, List.of(ID), Set.of(16), false),
                new CameraNoiseSpec(
                        1,
                        null,
                        null,
                        null,
                        null,
                        7,
                        List.of(ID),
                        Set.of(8),
                        true,
                        List.of(
                                new NoiseRecipeSpec("flow", "C", null, 100, 6400),
                                new NoiseRecipeSpec("isotropic", null, OTHER, null, null)),
                        4),
                new CameraNoiseFitSpec(
                        1,
                        "“C” \u0000\uD83D\uDCF7",
                        List.of(
                                new CameraNoiseFitSpec.Pair(ID, OTHER, 100),
                                new CameraNoiseFitSpec.Pair(OTHER, ID, null))),
                new CameraNoiseTrainSpec(
                        1,
                        "C",
                        List.of(new CameraNoiseFitSpec.Pair(ID, OTHER, 100)),
                        List.of(new CameraNoiseTrainSpec.Burst(FRAMES, null)),
                        2000,
                        7),
                new CameraNoiseScoreSpec(1, ID, OTHER, null, null, null),
                new CameraNoiseScoreSpec(1, ID, OTHER, ID, "C", 800),
                new PhotoCheckSpec(1, ID));
    }

    @ParameterizedTest
    @MethodSource("specs")
    void whatWasWrittenIsReadBack(JobSpec spec) {
        assertThat(JobSpecCodec.read(JobSpecCodec.write(spec))).isEqualTo(spec);
    }

    @Test
    void namesThePipelineAndTheVersion() {
        assertThat(JobSpecCodec.write(new PhotoCheckSpec(1, ID)))
                .isEqualTo("{\"pipeline\":\"photo-check\",\"version\":1,\"photo\":\"" + ID + "\"}");
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'dataset':true          | 'dataset':true,'colour':1 | colour",
                "'dataset':true          | 'dataset':true,'inputs':[] | inputs",
                "'iso':400               | 'iso':400,'iso':400       | iso",
                "'pipeline':'camera-noise' | 'pipeline':'teleport'   | pipeline",
                "'pipeline':'camera-noise' | 'pipeline':'os.Runtime' | camera-noise-score, camera-noise-train, photo-check",
                "'pipeline':'camera-noise', | ``                     | pipeline",
                "'iso':400               | 'iso':'many'              | iso",
                "'iso':400               | 'iso':400.5               | iso",
                "'iso':400               | 'iso':'400'               | iso",
                "'iso':400               | 'iso':99999999999999999999 | iso",
                "'seed':7                | 'seed':1e999              | seed",
                "'seed':7                | 'seed':{}                 | seed",
                "'dataset':true          | 'dataset':'yes'           | dataset",
                "'model':'isotropic'     | 'model':['isotropic']     | model",
                "'images':[              | 'images':['x',            | images",
                "'bitDepths':[8,16]      | 'bitDepths':8             | bitDepths",
                "'dataset':true}         | 'dataset':true} {}        | JSON",
                "'dataset':true}         | 'dataset':true            | line 1",
            })
    void refusesMalformedJobsNamingTheField(String part, String replacement, String named) {
        String json = GOOD.replace(part, replacement == null ? "" : replacement);
        assertThat(json).isNotEqualTo(GOOD);
        DioramaException refused = refusal(json);
        assertThat(refused.code()).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        assertThat(refused.getMessage()).contains(named);
        assertHelpful(refused);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'version':1             | 'version':2               | version",
                "'version':1,            | ``                        | version",
                "'model':'isotropic'     | 'model':'perfect'         | model",
                "'model':'isotropic',    | ``                        | model",
                "'iso':400               | 'iso':24                  | iso",
                "'iso':400               | 'iso':409601              | iso",
                "'bitDepths':[8,16]      | 'bitDepths':[9]           | bitDepths",
                "'bitDepths':[8,16]      | 'bitDepths':[]            | bitDepths",
                "'bitDepths':[8,16]      | 'bitDepths':[null]        | bitDepths",
                "'bitDepths':[8,16],     | ``                        | bitDepths",
                "'images':[              | 'images':[null,           | images",
                "'images':[              | 'images':['01890000-0000-7000-8000-000000000001', | images",
                "'camera':'C',           | ``                        | camera",
                "'camera':'C'            | 'camera':'C','profile':'01890000-0000-7000-8000-000000000001' | camera",
            })
    void refusesBadValuesNamingTheField(String part, String replacement, String named) {
        String json = GOOD.replace(part, replacement == null ? "" : replacement);
        assertThat(json).isNotEqualTo(GOOD);
        DioramaException refused = refusal(json);
        assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_INPUT);
        assertThat(refused.getMessage()).contains("“" + named + "”");
        assertHelpful(refused);
    }

    @Test
    void refusesDeepNesting() {
        String deep = "[".repeat(10_000);
        assertHelpful(refusal(deep));
        assertThat(refusal(GOOD.replace("'iso':400", "'iso':" + deep)).getMessage())
                .contains("iso");
        assertThat(refusal("{\"x\":" + deep).getMessage()).contains("64 levels");
        assertThat(refusal(GOOD.replace("'iso':400", "'x':" + "{\"a\":".repeat(10_000)))
                        .code())
                .isEqualTo(ErrorCode.MALFORMED_REQUEST);
    }

    @Test
    void refusesHugeNumbersQuickly() {
        String digits = "9".repeat(1_000_000);
        assertThat(refusal(GOOD.replace("'iso':400", "'iso':" + digits)).getMessage())
                .contains("too long");
        assertHelpful(refusal(GOOD.replace("'seed':7", "'seed':" + digits + "." + digits)));
    }

    @Test
    void refusesWhatIsNoObject() {
        for (String json :
                List.of("", " ", "null", "7", "[]", "\"camera-noise\"", "{", "\u0000", "{\"pipeline\":null}")) {
            assertHelpful(refusal(json));
        }
    }

    private static DioramaException refusal(String json) {
        DioramaException refused =
                catchThrowableOfType(DioramaException.class, () -> JobSpecCodec.read(json.replace('\'', '"')));
        assertThat(refused).as(json.length() < 300 ? json : "long JSON").isNotNull();
        return refused;
    }

    private static void assertHelpful(DioramaException refused) {
        assertThat(refused.getMessage())
                .hasSizeLessThan(400)
                .doesNotContain("java.", "studio.diorama", "jackson", "Exception", "deserialize", "Spec[", "`");
    }

    @Test
    void aMixtureStandsInsteadOfACamera() {
        String recipe = "{'model':'flow','camera':'C','lowestIso':100,'highestIso':200}";
        String beside = GOOD.replace("'dataset':true", "'dataset':true,'mixture':[" + recipe + "]")
                .replace('\'', '"');
        assertThatThrownBy(() -> JobSpecCodec.read(beside)).hasMessageContaining("belong into the mixture");
        String backwards = GOOD.replace("'model':'isotropic','camera':'C','iso':400,", "")
                .replace("'dataset':true", "'dataset':true,'mixture':[" + recipe.replace("200", "50") + "]")
                .replace('\'', '"');
        assertThatThrownBy(() -> JobSpecCodec.read(backwards)).hasMessageContaining("highestIso");
    }

    @Test
    void anOlderJobHasNoMixtureAndOneCopy() {
        CameraNoiseSpec spec = (CameraNoiseSpec) JobSpecCodec.read(GOOD.replace('\'', '"'));
        assertThat(spec.mixture()).isEmpty();
        assertThat(spec.copies()).isEqualTo(1);
        assertThat(spec.recipes()).containsExactly(new NoiseRecipeSpec("isotropic", "C", null, 400, 400));
    }

    @Test
    void aTrainingNeedsPairsOrWholeBursts() {
        assertThatThrownBy(() -> new CameraNoiseTrainSpec(1, "C", List.of(), List.of(), 2000, 7))
                .hasMessageContaining("pair")
                .hasMessageContaining("burst");
        assertThatThrownBy(() -> new CameraNoiseTrainSpec.Burst(FRAMES.subList(0, 15), 800))
                .hasMessageContaining("bursts.frames")
                .hasMessageContaining("16");
        assertThatThrownBy(() -> new CameraNoiseTrainSpec.Burst(
                        Stream.concat(FRAMES.stream(), FRAMES.stream().limit(1)).toList(), 800))
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> new CameraNoiseTrainSpec(
                        1, "C", List.of(), List.of(new CameraNoiseTrainSpec.Burst(FRAMES, 800)), 20_001, 7))
                .hasMessageContaining("steps");
    }

    @Test
    void aScoreNamesCameraAndIsoTogether() {
        assertThatThrownBy(() -> new CameraNoiseScoreSpec(1, ID, OTHER, null, "C", null))
                .hasMessageContaining("iso");
        assertThatThrownBy(() -> new CameraNoiseScoreSpec(1, ID, ID, null, null, null))
                .hasMessageContaining("noisy");
    }
}
