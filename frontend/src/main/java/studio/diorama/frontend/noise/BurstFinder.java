package studio.diorama.frontend.noise;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.PictureInfo;
import studio.diorama.persistence.job.CameraNoiseTrainSpec;

/// Finds bursts of one static scene by the names of their frames: `SCENE_0001`, `SCENE_0002` and so on, at least
/// sixteen of one size.
final class BurstFinder {

    private static final Pattern NUMBERED = Pattern.compile("(.*?)[_ -]?(\\d{1,6})");

    private BurstFinder() {}

    /// @param scene what the frames' names have in common
    /// @param iso as the first frame's EXIF says
    record Found(String scene, List<Asset> frames, Optional<Integer> iso) {

        List<UUID> ids() {
            return frames.stream().map(Asset::id).toList();
        }
    }

    private record Group(String stem, int width, int height) {}

    static List<Found> find(List<Asset> photos) {
        Map<Group, List<Asset>> groups = new TreeMap<>(
                Comparator.comparing(Group::stem).thenComparing(Group::width).thenComparing(Group::height));
        for (Asset photo : photos) {
            Matcher name = NUMBERED.matcher(stem(photo));
            if (name.matches() && photo.picture().isPresent()) {
                PictureInfo picture = photo.picture().orElseThrow();
                groups.computeIfAbsent(
                                new Group(name.group(1), picture.width(), picture.height()), group -> new ArrayList<>())
                        .add(photo);
            }
        }
        return groups.entrySet().stream()
                .filter(group -> group.getValue().size() >= CameraNoiseTrainSpec.FEWEST_FRAMES)
                .map(group -> new Found(
                        group.getKey().stem(),
                        group.getValue().stream()
                                .sorted(Comparator.comparing(Asset::name))
                                .limit(CameraNoiseTrainSpec.MOST_FRAMES)
                                .toList(),
                        group.getValue().getFirst().picture().flatMap(PictureInfo::iso)))
                .toList();
    }

    private static String stem(Asset photo) {
        String name = photo.name().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
