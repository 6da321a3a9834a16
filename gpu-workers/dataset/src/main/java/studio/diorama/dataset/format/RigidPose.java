package studio.diorama.dataset.format;

import static java.util.Objects.requireNonNull;

/// A rotation followed by a shift: `x ↦ R·x + t`, metres.
public record RigidPose(Rotation rotation, Vector3 translation) {

    public static final RigidPose IDENTITY = new RigidPose(Rotation.IDENTITY, Vector3.ZERO);

    public RigidPose {
        requireNonNull(rotation, "rotation is null");
        requireNonNull(translation, "translation is null");
    }

    public Vector3 apply(Vector3 point) {
        return rotation.apply(point).plus(translation);
    }

    /// This after `first`.
    public RigidPose after(RigidPose first) {
        return new RigidPose(rotation.after(first.rotation), apply(first.translation));
    }

    /// Changes the camera's axes between glTF (y up, looking along -z) and OpenCV (y down, looking along +z), either
    /// way: diag(1, -1, -1) from the left. The other side's axes stay.
    public RigidPose flippedCameraAxes() {
        Rotation r = rotation;
        return new RigidPose(
                new Rotation(r.m00(), r.m01(), r.m02(), -r.m10(), -r.m11(), -r.m12(), -r.m20(), -r.m21(), -r.m22()),
                new Vector3(translation.x(), -translation.y(), -translation.z()));
    }
}
