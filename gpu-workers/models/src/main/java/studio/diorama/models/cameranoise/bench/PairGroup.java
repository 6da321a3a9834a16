package studio.diorama.models.cameranoise.bench;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import studio.diorama.models.cameranoise.fit.PairFile;
import studio.diorama.models.cameranoise.fit.SceneSplit;

/// The pairs of one camera at one ISO, some of them held out.
record PairGroup(String camera, int iso, SceneSplit split) {

    private record Key(String camera, int iso) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byCamera = camera.compareTo(other.camera);
            return byCamera != 0 ? byCamera : Integer.compare(iso, other.iso);
        }
    }

    PairGroup {
        requireNonNull(camera, "camera is null");
        requireNonNull(split, "split is null");
    }

    /// Sorted by camera and ISO. A group of one pair holds nothing out.
    static List<PairGroup> of(List<PairFile> pairs) {
        Map<Key, List<PairFile>> groups = pairs.stream()
                .collect(Collectors.groupingBy(
                        pair -> new Key(pair.camera(), pair.iso()), TreeMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group ->
                        new PairGroup(group.getKey().camera(), group.getKey().iso(), SceneSplit.of(group.getValue())))
                .toList();
    }

    boolean canBeJudged() {
        return !split.heldOut().isEmpty();
    }

    /// The same with so many pairs of each side at most.
    PairGroup atMost(int pairs) {
        return new PairGroup(
                camera,
                iso,
                new SceneSplit(
                        split.training().stream().limit(pairs).toList(),
                        split.heldOut().stream().limit(pairs).toList(),
                        split.byScene()));
    }

    /// With a star where other parts of the same scene were held out.
    String label() {
        return "%s, %d%s".formatted(camera, iso, split.byScene() ? "" : " *");
    }
}
