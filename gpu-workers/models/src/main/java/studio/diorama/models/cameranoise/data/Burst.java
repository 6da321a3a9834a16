package studio.diorama.models.cameranoise.data;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Frames of a scene in which nothing moves, taken with one camera at one setting.
///
/// @param camera its name
/// @param iso its setting
/// @param scene what the burst is called
/// @param frames picture files in the order of their names
public record Burst(String camera, int iso, String scene, List<Path> frames) {

    /// Fewer leave too much noise in their mean.
    public static final int FEWEST_FRAMES = 16;

    /// More bring nothing and cost time.
    public static final int MOST_FRAMES = 1000;

    public Burst {
        requireNonNull(camera, "camera is null");
        requireNonNull(scene, "scene is null");
        frames = List.copyOf(frames);
        requireCount(scene, frames.size());
    }

    /// @throws DioramaException naming the burst and the count where it is not one that a clean picture can be made of
    static void requireCount(String scene, int count) {
        if (count < FEWEST_FRAMES || count > MOST_FRAMES) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "Burst %s has %d frames; %d to %d are taken, because the clean picture is their mean."
                            .formatted(scene, count, FEWEST_FRAMES, MOST_FRAMES));
        }
    }
}
