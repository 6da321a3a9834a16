package studio.diorama.models.cameranoise.fit;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.imaging.ImageLimits;
import studio.diorama.imaging.PhotoDecoder;
import studio.diorama.imaging.PhotoMetadata;

/// Decides camera and ISO of a pair: the caller's word first, then the folder's name, then the photograph's metadata.
public final class PairSettings {

    private PairSettings() {}

    /// @param noisy whose metadata is read where nothing else says it
    /// @param camera the caller's word
    /// @param iso the caller's word
    /// @param fromFolder null where the folder's name says nothing
    public static PairNames.CameraIso of(
            Path noisy, Optional<String> camera, OptionalInt iso, PairNames.CameraIso fromFolder) {
        boolean folderSuffices = fromFolder != null || (camera.isPresent() && iso.isPresent());
        Optional<PhotoMetadata> metadata = folderSuffices
                ? Optional.empty()
                : Optional.of(PhotoDecoder.decode(noisy, ImageLimits.PHOTO).metadata());
        String decidedCamera = camera.or(() -> Optional.ofNullable(fromFolder).map(PairNames.CameraIso::camera))
                .or(() -> metadata.flatMap(PhotoMetadata::cameraModel))
                .orElseThrow(() -> unknown(noisy, "camera"));
        int decidedIso = iso.isPresent()
                ? iso.getAsInt()
                : fromFolder != null
                        ? fromFolder.iso()
                        : metadata.map(PhotoMetadata::iso)
                                .orElse(OptionalInt.empty())
                                .orElseThrow(() -> unknown(noisy, "ISO"));
        return new PairNames.CameraIso(decidedCamera, decidedIso);
    }

    private static DioramaException unknown(Path noisy, String what) {
        return new DioramaException(
                ErrorCode.INVALID_INPUT,
                "The %s of %s is unknown: give it, or name the folder <camera>_<iso> (of pairs the one above clean/ and noisy/), or use photographs with EXIF metadata."
                        .formatted(what, noisy.getFileName()));
    }
}
