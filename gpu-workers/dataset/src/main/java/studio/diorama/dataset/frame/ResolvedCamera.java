package studio.diorama.dataset.frame;

import static java.util.Objects.requireNonNull;

import org.joml.Matrix4d;
import studio.diorama.dataset.format.Distortion;
import studio.diorama.dataset.format.FrameCamera;
import studio.diorama.dataset.format.RigidPose;
import studio.diorama.dataset.format.Rotation;
import studio.diorama.dataset.format.Vector3;
import studio.diorama.dataset.scene.CameraRule.ToneMapping;

/// A camera of a frame, every value fixed.
///
/// @param fx focal length in pixels along x
/// @param fy focal length in pixels along y
/// @param cx principal point, pixels, the first pixel's centre being 0.5
/// @param cy principal point, pixels
/// @param pose world from camera, which looks along its -Z
/// @param near nothing nearer is seen, metres
/// @param exposure value at ISO 100
public record ResolvedCamera(
        String id,
        int width,
        int height,
        double fx,
        double fy,
        double cx,
        double cy,
        Distortion distortion,
        MovingPose pose,
        double near,
        double aperture,
        double focus,
        double shutter,
        double exposure,
        ToneMapping toneMap,
        ResolvedNoise noise) {

    public ResolvedCamera {
        requireNonNull(id, "id is null");
        requireNonNull(distortion, "distortion is null");
        requireNonNull(pose, "pose is null");
        requireNonNull(toneMap, "toneMap is null");
        requireNonNull(noise, "noise is null");
    }

    /// K, the distortion and `[R|t]` in OpenCV's axes.
    public FrameCamera calibration() {
        return calibration(pose.now());
    }

    /// As [#calibration], one frame earlier or later.
    public FrameCamera calibration(ResolvedPose at) {
        Matrix4d cameraFromWorld = at.matrix().invertAffine();
        Rotation turn = new Rotation(
                cameraFromWorld.m00(),
                cameraFromWorld.m10(),
                cameraFromWorld.m20(),
                cameraFromWorld.m01(),
                cameraFromWorld.m11(),
                cameraFromWorld.m21(),
                cameraFromWorld.m02(),
                cameraFromWorld.m12(),
                cameraFromWorld.m22());
        Vector3 shift = new Vector3(cameraFromWorld.m30(), cameraFromWorld.m31(), cameraFromWorld.m32());
        return new FrameCamera(fx, fy, cx, cy, distortion, new RigidPose(turn, shift).flippedCameraAxes());
    }
}
