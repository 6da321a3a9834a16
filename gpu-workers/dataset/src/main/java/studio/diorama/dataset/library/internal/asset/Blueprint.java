package studio.diorama.dataset.library.internal.asset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import org.joml.Matrix4d;
import org.joml.Matrix4dc;
import org.joml.Vector3d;
import studio.diorama.dataset.library.BuiltinAsset;
import studio.diorama.dataset.library.Keypoint;
import studio.diorama.dataset.library.Symmetry;
import studio.diorama.dataset.library.internal.rig.Rig;
import studio.diorama.dataset.library.internal.shape.CornerNormals;
import studio.diorama.dataset.library.internal.shape.MeshAssembly;
import studio.diorama.dataset.library.internal.shape.MeshAssembly.Weights;
import studio.diorama.dataset.library.internal.shape.Surface;
import studio.diorama.dataset.library.internal.shape.Vec3;
import studio.diorama.geometry.Animation;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.Model;
import studio.diorama.geometry.Node;
import studio.diorama.geometry.Part;
import studio.diorama.geometry.Skin;
import studio.diorama.geometry.Transform;

/// What a recipe lays out: solids with their finishes, named places, joints.
public final class Blueprint {

    /// One sheet of polygons.
    ///
    /// @param surface closed, unless it is a sheet
    /// @param creaseDegrees the least angle between faces that is seen as an edge
    /// @param finishes one for each slot of the surface
    /// @param closed whether it bounds a solid
    /// @param weights what joints carry each point; empty without a rig
    public record Solid(
            Surface surface, double creaseDegrees, List<Material> finishes, boolean closed, List<Weights> weights) {}

    private record Place(String name, Vec3 at, String joint) {}

    private static final double CREASE_DEGREES = 40;

    private final String className;
    private final List<Solid> solids = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Symmetry> symmetries = new ArrayList<>();
    private Rig rig;

    /// An empty plan of a thing of some class.
    public Blueprint(String className) {
        this.className = className;
    }

    /// The sheets so far.
    public List<Solid> solids() {
        return solids;
    }

    /// Adds a closed solid; the finishes are those of slots 0, 1, ….
    public Blueprint add(Surface surface, Material... finishes) {
        return addCreased(surface, CREASE_DEGREES, finishes);
    }

    /// Adds a closed solid whose faces meet in a visible edge from an angle on.
    public Blueprint addCreased(Surface surface, double creaseDegrees, Material... finishes) {
        solids.add(new Solid(surface, creaseDegrees, List.of(finishes), true, List.of()));
        return this;
    }

    /// Adds a sheet that bounds nothing, such as a leaf or the ground.
    public Blueprint addSheet(Surface surface, Material finish) {
        solids.add(new Solid(surface, 60, List.of(finish), false, List.of()));
        return this;
    }

    /// Adds a closed solid whose points are carried by joints.
    public Blueprint addSkin(Surface surface, Function<Vec3, Weights> weights, Material... finishes) {
        List<Weights> ofPoints = surface.points().stream().map(weights).toList();
        solids.add(new Solid(surface, CREASE_DEGREES, List.of(finishes), true, ofPoints));
        return this;
    }

    /// Names a place.
    public Blueprint keypoint(String name, Vec3 at) {
        return keypoint(name, at, "");
    }

    /// Names a place that a joint carries.
    public Blueprint keypoint(String name, Vec3 at, String joint) {
        places.add(new Place(name, at, joint));
        return this;
    }

    /// Names a turn that nobody can see.
    public Blueprint symmetry(Symmetry symmetry) {
        symmetries.add(symmetry);
        return this;
    }

    /// Gives it joints.
    public Blueprint rig(Rig joints) {
        rig = joints;
        return this;
    }

    /// Makes the asset.
    public BuiltinAsset build(String name, long variant) {
        List<Node> nodes = new ArrayList<>();
        Node body = Node.of(name, Transform.IDENTITY, parts());
        nodes.add(rig == null ? body : body.withSkin(0));
        List<Skin> skins = new ArrayList<>();
        List<Animation> animations = new ArrayList<>();
        List<Integer> roots = new ArrayList<>(List.of(0));
        if (rig != null) {
            addJoints(nodes);
            roots.add(1);
            skins.add(skin(name));
            rig.clips().forEach(clip -> animations.add(clip.animation(rig, 1)));
        }
        List<Keypoint> keypoints = places.stream().map(this::keypoint).toList();
        Model model = new Model(name, nodes, roots, skins, animations);
        return new BuiltinAsset(name, className, variant, model, keypoints, symmetries, BuiltinAsset.CC0);
    }

    private List<Part> parts() {
        Map<Material, MeshAssembly> byMaterial = new LinkedHashMap<>();
        for (Solid solid : solids) {
            Vec3[][] normals = CornerNormals.of(solid.surface, solid.creaseDegrees);
            for (int slot = 0; slot < solid.finishes.size(); slot++) {
                byMaterial
                        .computeIfAbsent(solid.finishes.get(slot), unused -> new MeshAssembly())
                        .add(solid.surface, slot, normals, solid.weights);
            }
        }
        List<Part> parts = new ArrayList<>();
        byMaterial.forEach((material, assembly) -> parts.add(new Part(assembly.mesh(), material)));
        parts.removeIf(part -> part.mesh().triangleCount() == 0);
        return parts;
    }

    private void addJoints(List<Node> nodes) {
        List<Rig.Joint> joints = rig.joints();
        for (int i = 0; i < joints.size(); i++) {
            Rig.Joint joint = joints.get(i);
            Vec3 from = joint.parent() < 0
                    ? Vec3.ORIGIN
                    : joints.get(joint.parent()).at();
            Vec3 offset = joint.at().minus(from);
            List<Integer> children = new ArrayList<>();
            for (int child = 0; child < joints.size(); child++) {
                if (joints.get(child).parent() == i) {
                    children.add(child + 1);
                }
            }
            nodes.add(Node.group(joint.name(), Transform.at(offset.x(), offset.y(), offset.z()), children));
        }
    }

    private Skin skin(String name) {
        List<Integer> numbers = new ArrayList<>();
        List<Matrix4dc> inverseBind = new ArrayList<>();
        for (int i = 0; i < rig.joints().size(); i++) {
            Vec3 at = rig.joints().get(i).at();
            numbers.add(i + 1);
            inverseBind.add(new Matrix4d().translation(-at.x(), -at.y(), -at.z()));
        }
        return new Skin(name, numbers, inverseBind);
    }

    private Keypoint keypoint(Place place) {
        OptionalInt joint = place.joint.isEmpty() ? OptionalInt.empty() : OptionalInt.of(rig.number(place.joint) + 1);
        Vec3 at = place.at;
        return new Keypoint(place.name, new Vector3d(at.x(), at.y(), at.z()), joint.orElse(0));
    }
}
