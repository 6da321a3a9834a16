package studio.diorama.frontend.noise;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.PictureInfo;

/// Finds clean and noisy pictures of the same scene by their names: `NAME_clean` with `NAME_noisy`, or `NAME_mean`
/// with `NAME_real`. One clean picture may go with several noisy ones, `NAME_noisy_1`, `NAME_noisy_2` and so on.
final class PairFinder {

    private static final Pattern CLEAN = Pattern.compile("(.+)[_-](clean|mean|gt)");
    private static final Pattern NOISY = Pattern.compile("(.+)[_-](noisy|real)([_-]\\d+)?");
    private static final Pattern ISO = Pattern.compile("(?:^|[_-])(?:iso)?(\\d{2,6})(?=[_-]|$)");

    private PairFinder() {}

    /// @param iso as the noisy picture's EXIF says, else as its name does
    record Found(Asset clean, Asset noisy, Optional<Integer> iso) {}

    static List<Found> find(List<Asset> photos) {
        Map<String, Asset> clean = new HashMap<>();
        for (Asset photo : photos) {
            Matcher name = CLEAN.matcher(stem(photo));
            if (name.matches()) {
                clean.putIfAbsent(name.group(1), photo);
            }
        }
        return photos.stream()
                .flatMap(photo -> pair(photo, clean).stream())
                .sorted(java.util.Comparator.comparing(pair -> pair.noisy().name()))
                .toList();
    }

    private static Optional<Found> pair(Asset photo, Map<String, Asset> clean) {
        Matcher name = NOISY.matcher(stem(photo));
        if (!name.matches() || !clean.containsKey(name.group(1))) {
            return Optional.empty();
        }
        Optional<Integer> iso = photo.picture().flatMap(PictureInfo::iso).or(() -> isoIn(name.group(1)));
        return Optional.of(new Found(clean.get(name.group(1)), photo, iso));
    }

    /// The number in a name that can be an ISO, as in `Canon80D_8_8_12800_printer_16`.
    private static Optional<Integer> isoIn(String stem) {
        return ISO.matcher(stem)
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .filter(number -> number >= 100 && number % 100 == 0 && number <= 409_600)
                .max(Integer::compare);
    }

    private static String stem(Asset photo) {
        String name = photo.name().toLowerCase(Locale.ROOT);
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
