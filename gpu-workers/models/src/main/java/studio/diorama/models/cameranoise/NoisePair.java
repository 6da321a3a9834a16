package studio.diorama.models.cameranoise;

import static java.util.Objects.requireNonNull;

import java.util.List;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb8Image;

/// One picture's outcome: its files in memory and how they came about.
///
/// @param name the source's name
/// @param width pixels per row
/// @param height rows
/// @param camera the profile's name
/// @param profileSha256 the profile's exact numbers, see [CameraProfileCodec#sha256]
/// @param model the model's name
/// @param iso the ISO drawn at
/// @param seed the picture's own seed
/// @param files in fixed order: noisy, clean, level; 8 bits before 16
public record NoisePair(
        String name,
        int width,
        int height,
        String camera,
        String profileSha256,
        String model,
        double iso,
        Seed seed,
        List<PngFile> files) {

    public NoisePair {
        requireNonNull(name, "name is null");
        requireNonNull(camera, "camera is null");
        requireNonNull(profileSha256, "profileSha256 is null");
        requireNonNull(model, "model is null");
        requireNonNull(seed, "seed is null");
        files = List.copyOf(files);
    }

    /// @param folder `noisy`, `clean`, `level`, `noisy16` or `clean16`
    /// @param bytes the PNG file
    /// @param sha256 of the bytes, in hexadecimal
    /// @param thumbnail the same picture, small; of a level map it is stretched so that its highest value is white
    public record PngFile(String folder, byte[] bytes, String sha256, Rgb8Image thumbnail) {

        public PngFile {
            requireNonNull(folder, "folder is null");
            requireNonNull(bytes, "bytes is null");
            requireNonNull(sha256, "sha256 is null");
            requireNonNull(thumbnail, "thumbnail is null");
        }
    }
}
