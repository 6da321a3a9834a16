package studio.diorama.dataset.format;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// The named points of a class, in the order in which every object of it lists them.
///
/// @param names one per point, unique
/// @param skeleton pairs of indices from 0 that are drawn joined
/// @param flip for each point the index of the point that it becomes in a mirrored image, itself if none
/// @param sigmas for each point the standard deviation of annotators relative to the object's size (COCO's object
/// keypoint similarity), positive
public record KeypointSchema(List<String> names, List<Edge> skeleton, List<Integer> flip, List<Double> sigmas) {

    /// Two joined points.
    public record Edge(int from, int to) {}

    public KeypointSchema {
        names = List.copyOf(requireNonNull(names, "names is null"));
        skeleton = List.copyOf(requireNonNull(skeleton, "skeleton is null"));
        flip = List.copyOf(requireNonNull(flip, "flip is null"));
        sigmas = List.copyOf(requireNonNull(sigmas, "sigmas is null"));
        int count = names.size();
        if (names.stream().distinct().count() != count) {
            throw new IllegalArgumentException("keypoint names must differ from each other: " + names);
        }
        if (flip.size() != count || sigmas.size() != count) {
            throw new IllegalArgumentException("%d keypoints need %d flip indices and sigmas, got %d and %d"
                    .formatted(count, count, flip.size(), sigmas.size()));
        }
        for (int i = 0; i < count; i++) {
            int mirrored = flip.get(i);
            if (mirrored < 0 || mirrored >= count || flip.get(mirrored) != i) {
                throw new IllegalArgumentException("flip must swap points in pairs, got " + flip);
            }
            if (!(sigmas.get(i) > 0)) {
                throw new IllegalArgumentException("sigmas must be positive, got " + sigmas);
            }
        }
        for (Edge edge : skeleton) {
            if (edge.from < 0 || edge.from >= count || edge.to < 0 || edge.to >= count) {
                throw new IllegalArgumentException("an edge joins points 0 to %d, got %s".formatted(count - 1, edge));
            }
        }
    }

    /// Points that stay themselves in a mirror, unjoined, each with the sigma 0.05.
    public static KeypointSchema of(List<String> names) {
        return new KeypointSchema(
                names,
                List.of(),
                java.util.stream.IntStream.range(0, names.size()).boxed().toList(),
                names.stream().map(name -> 0.05).toList());
    }
}
