package studio.diorama.models.cameranoise;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// A camera's noise, as fitted from its pairs: what a `.camera.json` file holds (see [CameraProfileCodec]).
///
/// @param version of the file format, so far always 1
/// @param name what people and jobs call the camera, 1 to 80 printable characters
/// @param description one or two sentences for people
/// @param provenance where the numbers come from
/// @param toneCurve linear light to file value
/// @param whiteBalance from sensor channels to balanced linear light
/// @param compression what the camera's files lose
/// @param cleanReference what clean pictures are to noisy ones
/// @param levels the noise at each fitted ISO, ISO rising, at least one
public record CameraProfile(
        int version,
        String name,
        String description,
        Provenance provenance,
        ToneCurve toneCurve,
        WhiteBalance whiteBalance,
        Compression compression,
        CleanReference cleanReference,
        List<IsoNoise> levels) {

    /// The file format that this code writes.
    public static final int VERSION = 1;

    private static final int MOST_LEVELS = 64;
    private static final int MOST_NAME_CHARACTERS = 80;
    private static final int MOST_DESCRIPTION_CHARACTERS = 2000;

    public CameraProfile {
        if (version != VERSION) {
            throw invalid("A camera profile of version %d is needed, got version %d.".formatted(VERSION, version));
        }
        requireNonNull(name, "name is null");
        requireNonNull(description, "description is null");
        requireNonNull(provenance, "provenance is null");
        requireNonNull(toneCurve, "toneCurve is null");
        requireNonNull(whiteBalance, "whiteBalance is null");
        requireNonNull(compression, "compression is null");
        requireNonNull(cleanReference, "cleanReference is null");
        levels = List.copyOf(requireNonNull(levels, "levels is null"));
        if (name.isBlank()
                || name.length() > MOST_NAME_CHARACTERS
                || name.chars().anyMatch(Character::isISOControl)) {
            throw invalid("A camera's name must be 1 to %d printable characters.".formatted(MOST_NAME_CHARACTERS));
        }
        if (description.length() > MOST_DESCRIPTION_CHARACTERS) {
            throw invalid("A camera's description may have %d characters, got %d."
                    .formatted(MOST_DESCRIPTION_CHARACTERS, description.length()));
        }
        if (levels.isEmpty() || levels.size() > MOST_LEVELS) {
            throw invalid(
                    "Camera \"%s\" needs 1 to %d ISO levels, got %d.".formatted(name, MOST_LEVELS, levels.size()));
        }
        for (int i = 1; i < levels.size(); i++) {
            if (!(levels.get(i).iso() > levels.get(i - 1).iso())) {
                throw invalid("ISO levels of camera \"%s\" must rise, got ISO %s after ISO %s."
                        .formatted(name, levels.get(i).iso(), levels.get(i - 1).iso()));
            }
        }
    }

    @JsonIgnore
    public double minimumIso() {
        return levels.getFirst().iso();
    }

    @JsonIgnore
    public double maximumIso() {
        return levels.getLast().iso();
    }

    /// The same camera with other noise.
    public CameraProfile withLevels(List<IsoNoise> others) {
        return new CameraProfile(
                version, name, description, provenance, toneCurve, whiteBalance, compression, cleanReference, others);
    }

    /// The same camera with another meaning of clean pictures.
    public CameraProfile withCleanReference(CleanReference reference) {
        return new CameraProfile(
                version, name, description, provenance, toneCurve, whiteBalance, compression, reference, levels);
    }

    /// The same camera with another tone curve; its levels belong to the old one until they are fitted anew.
    public CameraProfile withToneCurve(ToneCurve curve) {
        return new CameraProfile(
                version, name, description, provenance, curve, whiteBalance, compression, cleanReference, levels);
    }

    /// The noise at any ISO of the fitted range; callers outside it get their error from [NoiseCondition].
    IsoNoise noiseAt(double iso) {
        IsoNoise below = levels.getFirst();
        for (IsoNoise level : levels) {
            if (level.iso() == iso) {
                return level;
            }
            if (level.iso() > iso) {
                return below.interpolate(level, iso);
            }
            below = level;
        }
        throw new IllegalArgumentException("ISO " + iso + " is outside the fitted range");
    }

    private static DioramaException invalid(String message) {
        return new DioramaException(ErrorCode.INVALID_INPUT, message);
    }
}
