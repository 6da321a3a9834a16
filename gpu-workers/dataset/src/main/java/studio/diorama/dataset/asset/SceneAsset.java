package studio.diorama.dataset.asset;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3d;
import studio.diorama.geometry.Bounds;
import studio.diorama.geometry.Model;
import studio.diorama.geometry.PosedPart;

/// A model of a scene and what is known of it.
public final class SceneAsset {

    /// Directions whose farthest vertices stand for the hull: within 1 % of it for smooth things.
    private static final int HULL_DIRECTIONS = 160;

    private final String name;
    private final String sha256;
    private final String licence;
    private final String lineage;
    private final Model model;
    private final List<AssetKeypoint> keypoints;
    private final AssetSymmetry symmetry;
    private final List<AssetPart> parts;
    private final Bounds bounds;
    private final List<Vector3d> hull;

    /// @param name the scene's name for it
    /// @param sha256 of what it was made from, in hexadecimal
    /// @param licence terms of use
    /// @param lineage the root it descends from
    /// @throws IllegalArgumentException where the model has no triangle
    public SceneAsset(
            String name,
            String sha256,
            String licence,
            String lineage,
            Model model,
            List<AssetKeypoint> keypoints,
            AssetSymmetry symmetry) {
        this.name = requireNonNull(name, "name is null");
        this.sha256 = requireNonNull(sha256, "sha256 is null");
        this.licence = requireNonNull(licence, "licence is null");
        this.lineage = requireNonNull(lineage, "lineage is null");
        this.model = requireNonNull(model, "model is null");
        this.keypoints = List.copyOf(keypoints);
        this.symmetry = requireNonNull(symmetry, "symmetry is null");
        this.parts = model.flatten().stream().map(AssetPart::of).toList();
        this.bounds =
                parts.stream().map(AssetPart::posed).map(PosedPart::bounds).reduce(Bounds.EMPTY, Bounds::union);
        if (bounds.isEmpty()) {
            throw new IllegalArgumentException("Expected a model with triangles, '%s' has none".formatted(name));
        }
        this.hull = hullPoints();
    }

    public String name() {
        return name;
    }

    public String sha256() {
        return sha256;
    }

    public String licence() {
        return licence;
    }

    public String lineage() {
        return lineage;
    }

    public Model model() {
        return model;
    }

    public List<AssetKeypoint> keypoints() {
        return keypoints;
    }

    public AssetSymmetry symmetry() {
        return symmetry;
    }

    /// Its parts at rest.
    public List<AssetPart> parts() {
        return parts;
    }

    /// The box of all vertices at rest, in the object's own axes.
    public Bounds bounds() {
        return bounds;
    }

    /// Vertices that are farthest in some direction, in the object's own axes: few, and about its convex hull.
    public List<Vector3d> hull() {
        return hull;
    }

    /// How many triangles it has.
    public int triangles() {
        return parts.stream().mapToInt(part -> part.tree().size()).sum();
    }

    private List<Vector3d> hullPoints() {
        List<Vector3d> found = new ArrayList<>();
        for (Vector3d direction : directions()) {
            Vector3d farthest = null;
            double most = Double.NEGATIVE_INFINITY;
            for (AssetPart part : parts) {
                Vector3d local = part.toObject().transformDirection(new Vector3d(1, 0, 0));
                double dx = local.dot(direction);
                double dy = part.toObject()
                        .transformDirection(new Vector3d(0, 1, 0))
                        .dot(direction);
                double dz = part.toObject()
                        .transformDirection(new Vector3d(0, 0, 1))
                        .dot(direction);
                double shift = part.toObject().transformPosition(new Vector3d()).dot(direction);
                float[] positions = part.posed().mesh().positions();
                for (int i = 0; i < positions.length; i += 3) {
                    double along = dx * positions[i] + dy * positions[i + 1] + dz * positions[i + 2] + shift;
                    if (along > most) {
                        most = along;
                        farthest = part.toObject()
                                .transformPosition(new Vector3d(positions[i], positions[i + 1], positions[i + 2]));
                    }
                }
            }
            if (farthest != null && !found.contains(farthest)) {
                found.add(farthest);
            }
        }
        return List.copyOf(found);
    }

    /// Evenly spread over the sphere (Fibonacci lattice), and the six axes.
    private static List<Vector3d> directions() {
        List<Vector3d> directions = new ArrayList<>(List.of(
                new Vector3d(1, 0, 0),
                new Vector3d(-1, 0, 0),
                new Vector3d(0, 1, 0),
                new Vector3d(0, -1, 0),
                new Vector3d(0, 0, 1),
                new Vector3d(0, 0, -1)));
        double golden = StrictMath.PI * (3 - StrictMath.sqrt(5));
        for (int i = 0; i < HULL_DIRECTIONS; i++) {
            double y = 1 - 2 * (i + 0.5) / HULL_DIRECTIONS;
            double radius = StrictMath.sqrt(1 - y * y);
            directions.add(new Vector3d(radius * StrictMath.cos(golden * i), y, radius * StrictMath.sin(golden * i)));
        }
        return directions;
    }
}
