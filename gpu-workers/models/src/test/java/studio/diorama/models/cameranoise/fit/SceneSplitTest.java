package studio.diorama.models.cameranoise.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SceneSplitTest {

    @Test
    void everyThirdSceneIsHeldOutWhole() {
        SceneSplit split = SceneSplit.of(
                IntStream.range(0, 12).mapToObj(i -> pair("s" + i / 2, 800, i)).toList());
        assertThat(split.byScene()).isTrue();
        assertThat(split.heldOut()).extracting(PairFile::scene).containsExactly("s1", "s1", "s4", "s4");
        assertThat(split.training()).hasSize(8).doesNotContainAnyElementsOf(split.heldOut());
    }

    @Test
    void anIsoWithOnePairIsLearntFromAndTheNextSceneGoesInstead() {
        SceneSplit split = SceneSplit.of(List.of(pair("a", 400, 0), pair("b", 1600, 1), pair("c", 400, 2)));
        assertThat(split.heldOut()).extracting(PairFile::scene).containsExactly("c");
        assertThat(split.training()).extracting(PairFile::iso).containsExactly(400, 1600);
    }

    @Test
    void nothingIsHeldOutWhereEveryPairIsNeeded() {
        SceneSplit split = SceneSplit.of(List.of(pair("a", 400, 0), pair("b", 1600, 1)));
        assertThat(split.heldOut()).isEmpty();
        assertThat(split.training()).hasSize(2);
    }

    @Test
    void aSingleSceneIsSplitByPairs() {
        SceneSplit split = SceneSplit.of(
                IntStream.range(0, 5).mapToObj(i -> pair("s", 800, i)).toList());
        assertThat(split.byScene()).isFalse();
        assertThat(split.heldOut()).hasSize(2);
    }

    private static PairFile pair(String scene, int iso, int number) {
        return new PairFile("C", iso, scene, Path.of("clean" + number), Path.of("noisy" + number));
    }
}
