package studio.diorama.dataset.scene;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import studio.diorama.dataset.sampling.Components;
import studio.diorama.dataset.sampling.Varied;

/// Something that looks.
///
/// @param id unique among cameras; also a folder name
/// @param width pixels
/// @param height pixels
/// @param lens what the camera matrix is made from
/// @param distortion Brown-Conrady coefficients k1, k2, k3, p1, p2
/// @param position metres
/// @param aim where it looks
/// @param velocity metres a second, within a clip
/// @param exposure value at ISO 100: 15 in sunlight, 7 in a lit room; absent for what suits the lights
/// @param toneMap how light becomes colour
/// @param near nothing nearer along the axis is seen, metres
/// @param aperture diameter of the opening, metres; 0 for a pinhole
/// @param focus distance that is sharp, metres
/// @param shutter share of a frame's time that it is open, 0 to 1
/// @param noise what is added to the finished picture
public record CameraRule(
        String id,
        int width,
        int height,
        LensRule lens,
        Varied<Components> distortion,
        PositionRule position,
        AimRule aim,
        Varied<Components> velocity,
        Optional<Varied<Components>> exposure,
        ToneMapping toneMap,
        double near,
        Varied<Components> aperture,
        Varied<Components> focus,
        Varied<Components> shutter,
        NoiseRule noise) {

    public CameraRule {
        requireNonNull(id, "id is null");
        requireNonNull(lens, "lens is null");
        requireNonNull(distortion, "distortion is null");
        requireNonNull(position, "position is null");
        requireNonNull(aim, "aim is null");
        requireNonNull(velocity, "velocity is null");
        requireNonNull(exposure, "exposure is null");
        requireNonNull(toneMap, "toneMap is null");
        requireNonNull(aperture, "aperture is null");
        requireNonNull(focus, "focus is null");
        requireNonNull(shutter, "shutter is null");
        requireNonNull(noise, "noise is null");
        if (width < 1 || height < 1 || width > 8192 || height > 8192) {
            throw new IllegalArgumentException(
                    "Expected a picture of 1 to 8192 pixels a side, got %d x %d".formatted(width, height));
        }
    }

    /// What the camera matrix is made from.
    public sealed interface LensRule {

        /// The vertical angle of view, radians; the principal point is the middle.
        record FieldOfView(Varied<Components> fovY) implements LensRule {

            public FieldOfView {
                requireNonNull(fovY, "fovY is null");
            }
        }

        /// A focal length on a sensor, both in millimetres; the principal point is the middle.
        ///
        /// @param sensorWidth how wide the sensor is
        record FocalLength(Varied<Components> focal, Varied<Components> sensorWidth) implements LensRule {

            public FocalLength {
                requireNonNull(focal, "focal is null");
                requireNonNull(sensorWidth, "sensorWidth is null");
            }
        }

        /// fx, fy, cx, cy in pixels, pixel centres at +0.5.
        record Matrix(Varied<Components> k) implements LensRule {

            public Matrix {
                requireNonNull(k, "k is null");
            }
        }
    }

    /// Where a camera looks.
    public sealed interface AimRule {

        /// At a point, upright.
        ///
        /// @param roll about the axis of view, radians
        record LookAt(Varied<Components> target, Varied<Components> roll) implements AimRule {

            public LookAt {
                requireNonNull(target, "target is null");
                requireNonNull(roll, "roll is null");
            }
        }

        /// By its own rotation; not turned, it looks along -Z.
        record Turned(RotationRule rotation) implements AimRule {

            public Turned {
                requireNonNull(rotation, "rotation is null");
            }
        }
    }

    /// How linear light becomes display colour.
    public enum ToneMapping {
        /// Cut at white.
        CLIP,
        /// Reinhard's curve.
        REINHARD,
        /// A film-like curve.
        FILMIC
    }
}
