package studio.diorama.models.cameranoise.fit;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the name of a folder of the Smartphone Image Denoising Dataset (Abdelhamed, Lin, Brown, CVPR 2018) says:
/// `instance_scene_camera_iso_shutter_kelvin_brightness`, as in `0001_001_S6_00100_00060_3200_L`.
///
/// @param instance number of the folder
/// @param scene number of the scene, shared by several folders
/// @param camera two letters for the telephone
/// @param iso its setting
/// @param shutter one over the exposure time in seconds
/// @param kelvin colour temperature of the light
/// @param brightness `L`, `N` or `H`: low, normal or high
public record SiddName(int instance, int scene, String camera, int iso, int shutter, int kelvin, char brightness) {

    private static final Pattern FOLDER =
            Pattern.compile("(\\d{1,6})_(\\d{1,6})_([^_]+)_(\\d{2,7})_(\\d{1,9})_(\\d{1,6})_([LNH])");

    /// Empty where the folder's name is of another form.
    public static Optional<SiddName> of(Path folder) {
        Matcher name = FOLDER.matcher(folder.getFileName().toString());
        return name.matches()
                ? Optional.of(new SiddName(
                        Integer.parseInt(name.group(1)),
                        Integer.parseInt(name.group(2)),
                        name.group(3),
                        Integer.parseInt(name.group(4)),
                        Integer.parseInt(name.group(5)),
                        Integer.parseInt(name.group(6)),
                        name.group(7).charAt(0)))
                : Optional.empty();
    }

    /// The scene's name in [PairFile]s.
    String sceneName() {
        return "scene %03d".formatted(scene);
    }
}
