package studio.diorama.models.cameranoise.fit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
    /// What would leave a camera at some ISO without a pair to learn from stays, and the next one goes instead. So
    /// nothing is held out where every pair is needed.
    public static SceneSplit of(List<PairFile> pairs) {
        List<String> scenes =
                pairs.stream().map(PairFile::scene).distinct().sorted().toList();
        boolean byScene = scenes.size() > 1;
        List<List<PairFile>> units = byScene
                ? scenes.stream()
                        .map(scene -> pairs.stream()
                                .filter(pair -> pair.scene().equals(scene))
                                .toList())
                        .toList()
                : pairs.stream().map(List::of).toList();
        Map<Setting, Long> left =
                pairs.stream().collect(Collectors.groupingBy(Setting::of, HashMap::new, Collectors.counting()));
        List<PairFile> heldOut = new ArrayList<>();
        int owed = 0;
        for (int i = 0; i < units.size(); i++) {
            owed += i % 3 == 1 ? 1 : 0;
            Map<Setting, Long> taken =
                    units.get(i).stream().collect(Collectors.groupingBy(Setting::of, Collectors.counting()));
            if (owed > 0 && taken.entrySet().stream().allMatch(some -> left.get(some.getKey()) > some.getValue())) {
                taken.forEach((setting, count) -> left.merge(setting, -count, Long::sum));
                heldOut.addAll(units.get(i));
                owed--;
            }
        }
        Set<PairFile> kept = new HashSet<>(heldOut);
        return new SceneSplit(
                pairs.stream().filter(pair -> !kept.contains(pair)).toList(),
                pairs.stream().filter(kept::contains).toList(),
                byScene);
    }

    private record Setting(String camera, int iso) {

        static Setting of(PairFile pair) {
            return new Setting(pair.camera(), pair.iso());
        }
    }
}
