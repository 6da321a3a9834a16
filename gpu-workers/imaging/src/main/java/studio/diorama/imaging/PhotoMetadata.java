package studio.diorama.imaging;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What is kept of a photograph's metadata. Positions, serial numbers, names and dates are never read.
///
/// @param cameraMake maker of the camera as the file states it
/// @param cameraModel model of the camera as the file states it
/// @param iso sensitivity of the sensor
/// @param orientation 1 to 8 as stored; already applied to the pixels
/// @param colourProfile name of the embedded colour profile
/// @param warnings sentences for a person: what was odd about the file and what was done about it
public record PhotoMetadata(
        Optional<String> cameraMake,
        Optional<String> cameraModel,
        OptionalInt iso,
        OptionalInt orientation,
        Optional<String> colourProfile,
        List<String> warnings) {

    public PhotoMetadata {
        requireNonNull(cameraMake, "cameraMake is null");
        requireNonNull(cameraModel, "cameraModel is null");
        requireNonNull(iso, "iso is null");
        requireNonNull(orientation, "orientation is null");
        requireNonNull(colourProfile, "colourProfile is null");
        warnings = List.copyOf(warnings);
    }
}
