package studio.diorama.dataset.sampling;

import java.util.List;
import org.joml.Matrix4d;
import studio.diorama.dataset.asset.AssetPart;
import studio.diorama.dataset.asset.SceneAsset;
import studio.diorama.dataset.frame.ResolvedPose;
import studio.diorama.dataset.ray.MeshCrossing;
import studio.diorama.dataset.scene.ObjectRule;
import studio.diorama.geometry.Bounds;

/// An object that found its place, while a frame is being drawn.
///
/// @param instance its number
/// @param id its rule's id and number
/// @param rule what it was drawn from
/// @param asset its model
/// @param pose where it stands, or rests after it has fallen
/// @param attempt the try that was good, from 0
/// @param bounds its box in the world
record Placed(
        int instance, String id, ObjectRule rule, SceneAsset asset, ResolvedPose pose, int attempt, Bounds bounds) {

    /// Things may touch: boxes and surfaces count as apart up to this many metres.
    private static final double TOUCH = 1e-4;

    static Placed of(int instance, String id, ObjectRule rule, SceneAsset asset, ResolvedPose pose, int attempt) {
        return new Placed(
                instance, id, rule, asset, pose, attempt, asset.bounds().transformed(pose.matrix()));
    }

    Placed movedTo(ResolvedPose other) {
        return of(instance, id, rule, asset, other, attempt);
    }

    /// Whether the surfaces of two objects go through each other.
    boolean crosses(Placed other) {
        return overlaps(bounds, other.bounds) && surfacesCross(other);
    }

    private static boolean overlaps(Bounds one, Bounds other) {
        for (int axis = 0; axis < 3; axis++) {
            if (one.min().get(axis) > other.max().get(axis) - TOUCH
                    || one.max().get(axis) < other.min().get(axis) + TOUCH) {
                return false;
            }
        }
        return true;
    }

    private boolean surfacesCross(Placed other) {
        Matrix4d pose = pose().matrix();
        Matrix4d otherPose = other.pose().matrix();
        List<AssetPart> parts = asset.parts();
        for (AssetPart part : parts) {
            Matrix4d world = pose.mul(part.toObject(), new Matrix4d());
            for (AssetPart otherPart : other.asset.parts()) {
                Matrix4d otherWorld = otherPose.mul(otherPart.toObject(), new Matrix4d());
                if (MeshCrossing.cross(part.tree(), world, otherPart.tree(), otherWorld)) {
                    return true;
                }
            }
        }
        return false;
    }
}
