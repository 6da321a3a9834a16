package studio.diorama.models.cameranoise.fit;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/// Where a clean/noisy pair lies and what its camera was set to.
///
/// @param camera as the files or the caller name it
/// @param iso the ISO in the file's name, its metadata or given by the caller
/// @param scene pairs of one scene are kept together when pairs are held out
/// @param clean the picture without noise
/// @param noisy the same picture with noise
public record PairFile(String camera, int iso, String scene, Path clean, Path noisy) {

    public PairFile {
        requireNonNull(camera, "camera is null");
        requireNonNull(scene, "scene is null");
        requireNonNull(clean, "clean is null");
        requireNonNull(noisy, "noisy is null");
    }
}
