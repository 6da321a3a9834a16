package studio.diorama.worker.handlers;

import java.util.Optional;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.persistence.asset.Asset;
import studio.diorama.persistence.asset.PictureInfo;

/// The ISO that a picture was taken at.
final class PictureIso {

    private PictureIso() {}

    /// What the job says, else what the picture does.
    ///
    /// @param given null takes the picture's own
    /// @throws DioramaException `INVALID_INPUT` if nobody says it
    static int of(Integer given, Asset picture) {
        return Optional.ofNullable(given)
                .or(() -> picture.picture().flatMap(PictureInfo::iso))
                .orElseThrow(() -> new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "%s states no ISO in its metadata: give it with the job.".formatted(picture.name())));
    }
}
