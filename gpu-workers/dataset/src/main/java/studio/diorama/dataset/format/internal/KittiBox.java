package studio.diorama.dataset.format.internal;

import static java.util.Objects.requireNonNull;

import studio.diorama.dataset.format.Box3d;
import studio.diorama.dataset.format.FrameCamera;
import studio.diorama.dataset.format.LabelledObject;
import studio.diorama.dataset.format.Rotation;
import studio.diorama.dataset.format.Vector3;

/// A 3D box as KITTI says it: upright in the camera's axes (x right, y down, z forward).
///
/// @param height along y, metres
/// @param width metres
/// @param length from back to front, metres
/// @param bottom middle of the bottom face, metres
/// @param rotationY turn of the front from +x about y, radians, -π to π
/// @param alpha the same seen along the ray to the object
/// @param tilt angle between the object's up and the camera's, which KITTI cannot say, radians
record KittiBox(
        double height, double width, double length, Vector3 bottom, double rotationY, double alpha, double tilt) {

    KittiBox {
        requireNonNull(bottom, "bottom is null");
    }

    static KittiBox of(LabelledObject object, FrameCamera camera) {
        Box3d box = object.box3d();
        Rotation toCamera = camera.worldToCamera().rotation().after(box.objectToWorld());
        Vector3 up = toCamera.apply(new Vector3(0, 1, 0));
        Vector3 front = toCamera.apply(new Vector3(0, 0, 1));
        Vector3 centre = camera.worldToCamera().apply(box.centre());
        Vector3 half = box.halfSizes();
        double rotationY = Math.atan2(-front.z(), front.x());
        return new KittiBox(
                2 * half.y(),
                2 * half.x(),
                2 * half.z(),
                centre.plus(new Vector3(0, half.y(), 0)),
                rotationY,
                wrapped(rotationY - Math.atan2(centre.x(), centre.z())),
                Math.acos(Math.clamp(-up.y(), -1, 1)));
    }

    private static double wrapped(double angle) {
        return angle - 2 * Math.PI * Math.rint(angle / (2 * Math.PI));
    }
}
