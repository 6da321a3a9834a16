package studio.diorama.render.internal;

import org.joml.Matrix4d;
import org.joml.Matrix4dc;
import org.joml.Vector3dc;
import studio.diorama.geometry.Bounds;
import studio.diorama.geometry.Mesh;
import studio.diorama.render.Instance;
import studio.diorama.render.InstancePart;
import studio.diorama.render.LabelMode;

/// One mesh of one instance, ready to be drawn.
///
/// @param instance whose it is
/// @param part the mesh and its surface
/// @param slot where the mesh lies
/// @param firstNow place of the vertices at t; that of the mesh at rest unless it is bent
/// @param firstBefore at t-1
/// @param firstAfter at t+1
/// @param material number of its material
/// @param box of the whole object at rest
record DrawEntry(
        Instance instance,
        InstancePart part,
        MeshSlot slot,
        int firstNow,
        int firstBefore,
        int firstAfter,
        int material,
        Bounds box) {

    private static final int FLAG_COLOURS = 1;
    private static final int FLAG_MIRRORED = 2;

    Matrix4d worldNow() {
        return instance.pose().now().mul(part.pose().now(), new Matrix4d());
    }

    Matrix4d viewNow(Matrix4dc cameraFromWorld) {
        return view(cameraFromWorld, instance.pose().now(), part.pose().now());
    }

    Matrix4d viewBefore(Matrix4dc cameraFromWorld) {
        return view(cameraFromWorld, instance.pose().before(), part.pose().before());
    }

    Matrix4d viewAfter(Matrix4dc cameraFromWorld) {
        return view(cameraFromWorld, instance.pose().after(), part.pose().after());
    }

    // Multiplied in double precision, so that objects far from the world's origin stay sharp.
    private static Matrix4d view(Matrix4dc cameraFromWorld, Matrix4dc instance, Matrix4dc part) {
        return cameraFromWorld.mul(instance, new Matrix4d()).mul(part);
    }

    Mesh meshNow() {
        return part.bent().isPresent() ? part.bent().get().now() : part.mesh();
    }

    boolean isMirrored() {
        return worldNow().determinant3x3() < 0;
    }

    /// Whether its vertices have colours; a bent mesh takes those of the mesh at rest.
    boolean isTinted() {
        return meshNow().colours().isPresent() || part.mesh().colours().isPresent();
    }

    int flags() {
        int flags = isMirrored() ? FLAG_MIRRORED : 0;
        return isTinted() ? flags | FLAG_COLOURS : flags;
    }

    int labelInstance() {
        return instance.labels() == LabelMode.NONE ? 0 : instance.id();
    }

    int labelClass() {
        return instance.labels() == LabelMode.NONE ? 0 : instance.classId();
    }

    /// Box in the world at t.
    Bounds worldBounds() {
        return meshNow().bounds().transformed(worldNow());
    }

    /// Draws of one group need the same state of the rasteriser.
    DrawGroup group() {
        int mode = MaterialTable.modeOf(part.material());
        DrawGroup.Facing facing = part.material().doubleSided()
                ? DrawGroup.Facing.BOTH
                : isMirrored() ? DrawGroup.Facing.MIRRORED : DrawGroup.Facing.FRONT;
        return new DrawGroup(mode, instance.labels() == LabelMode.THROUGH, facing);
    }

    double boxScale(int axis) {
        double size = size(box.size(), axis);
        return size > 0 ? 1 / size : 0;
    }

    private static double size(Vector3dc vector, int axis) {
        return vector.get(axis);
    }
}
