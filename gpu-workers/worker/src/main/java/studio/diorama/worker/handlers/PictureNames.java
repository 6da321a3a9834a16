package studio.diorama.worker.handlers;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Makes names for a job's pictures from the names of its photos: without ending, with plain characters, all
/// different. The same photos in the same order get the same names, for a picture's noise depends on its name.
final class PictureNames {

    /// Leaves room for a number and an ending below the 120 characters that the pipeline takes.
    private static final int MOST_CHARACTERS = 100;

    private final Set<String> taken = new HashSet<>();

    /// @param fileName as a person calls the photo
    String of(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String stem = dot > 0 ? fileName.substring(0, dot) : fileName;
        String plain = stem.replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceFirst("^[. ]+", "");
        String base = plain.isEmpty() ? "photo" : plain.substring(0, Math.min(MOST_CHARACTERS, plain.length()));
        String name = base;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = base + "-" + number;
        }
        return name;
    }
}
