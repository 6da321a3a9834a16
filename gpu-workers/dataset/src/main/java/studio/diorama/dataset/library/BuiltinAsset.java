package studio.diorama.dataset.library;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joml.Matrix4d;
import org.joml.Vector3d;
import studio.diorama.geometry.Model;
import studio.diorama.geometry.Pose;

/// A thing that Diorama makes by code: metres, +Y up, its front towards +Z, standing on y = 0 about the origin.
///
/// Texture coordinates are in metres (v down), and materials scale them to their own tile, so any material of
/// [Materials] may take the place of the asset's own and keeps its real size. Leaves are the exception: theirs run from
/// 0 to 1 over a twig.
///
/// @param name as in `{"builtin": "mug"}`
/// @param className the class that it belongs to unless the scene says otherwise
/// @param variant 0 is the usual one; others differ in proportions, colours and materials
/// @param model what is drawn
/// @param keypoints named places; empty for things without any
/// @param symmetries turns that nobody can see, textures left out
/// @param licence terms of use
public record BuiltinAsset(
        String name,
        String className,
        long variant,
        Model model,
        List<Keypoint> keypoints,
        List<Symmetry> symmetries,
        String licence) {

    /// What holds for every asset of the library.
    public static final String CC0 = "CC0-1.0: made by Diorama's own code; no rights reserved";

    public BuiltinAsset {
        requireNonNull(name, "name is null");
        requireNonNull(className, "className is null");
        requireNonNull(model, "model is null");
        keypoints = List.copyOf(keypoints);
        symmetries = List.copyOf(symmetries);
        requireNonNull(licence, "licence is null");
    }

    /// Where every keypoint is in a pose, in the object's space and in the order of [#keypoints()].
    public List<Vector3d> keypoints(Pose pose) {
        List<Matrix4d> rest = Pose.rest(model).worldMatrices(model);
        List<Matrix4d> posed = pose.worldMatrices(model);
        List<Vector3d> places = new ArrayList<>();
        for (Keypoint keypoint : keypoints) {
            Matrix4d toJoint = rest.get(keypoint.node()).invertAffine(new Matrix4d());
            Vector3d local = toJoint.transformPosition(keypoint.position(), new Vector3d());
            places.add(posed.get(keypoint.node()).transformPosition(local));
        }
        return places;
    }

    /// Where every keypoint is at rest, by name.
    public Map<String, Vector3d> keypointsByName() {
        Map<String, Vector3d> places = new HashMap<>();
        keypoints.forEach(keypoint -> places.put(keypoint.name(), new Vector3d(keypoint.position())));
        return places;
    }
}
