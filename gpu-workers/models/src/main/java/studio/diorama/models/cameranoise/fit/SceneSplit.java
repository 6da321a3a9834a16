package studio.diorama.models.cameranoise.fit;

import java.util.ArrayList;
import java.util.List;

/// Pairs to fit on and pairs to judge by.
///
/// @param training pairs to fit on
/// @param heldOut pairs that the fit must not see
/// @param byScene whether no scene is on both sides; false where there is only one scene, whose pairs are then split
public record SceneSplit(List<PairFile> training, List<PairFile> heldOut, boolean byScene) {

    public SceneSplit {
        training = List.copyOf(training);
        heldOut = List.copyOf(heldOut);
    }

    /// Holds out every third scene (at least one) in the order of their names; of a single scene every third pair.
    /// Fewer than two pairs cannot be split: nothing is held out.
    public static SceneSplit of(List<PairFile> pairs) {
        List<String> scenes =
                pairs.stream().map(PairFile::scene).distinct().sorted().toList();
        boolean byScene = scenes.size() > 1;
        List<PairFile> training = new ArrayList<>();
        List<PairFile> heldOut = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            int place = byScene ? scenes.indexOf(pairs.get(i).scene()) : i;
            (place % 3 == 1 ? heldOut : training).add(pairs.get(i));
        }
        return new SceneSplit(training, heldOut, byScene);
    }
}
