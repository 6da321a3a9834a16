package studio.diorama.dataset.ray;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joml.Matrix3d;
import org.joml.Matrix4d;
import org.joml.Matrix4dc;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import studio.diorama.dataset.asset.AssetPart;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.frame.ResolvedFrame;
import studio.diorama.dataset.frame.ResolvedObject;
import studio.diorama.dataset.scene.ObjectRule.LabelMode;
import studio.diorama.geometry.AlphaMode;
import studio.diorama.geometry.Material;
import studio.diorama.geometry.Mesh;

/// Rays against a whole frame, from its values and the assets' triangles alone.
public final class WorldRays {

    private final List<Body> bodies = new ArrayList<>();

    /// A part of an object where it stands.
    private record Body(
            int instance,
            AssetPart part,
            Matrix4dc world,
            Matrix4dc toMesh,
            Vector3dc centre,
            double radius,
            boolean backs,
            boolean seeThrough) {}

    public WorldRays(ResolvedFrame frame, SceneAssets assets) {
        for (ResolvedObject object : frame.objects()) {
            if (object.labels() != LabelMode.THROUGH) {
                Matrix4d pose = object.pose().now().matrix();
                int owner = object.labels() == LabelMode.NONE ? 0 : object.instance();
                assets.get(object.asset()).parts().forEach(part -> bodies.add(body(owner, pose, part)));
            }
        }
    }

    private static Body body(int owner, Matrix4dc pose, AssetPart part) {
        Matrix4d world = pose.mul(part.toObject(), new Matrix4d());
        Material material = part.posed().material();
        Vector3d centre = part.posed().mesh().bounds().centre();
        double radius = 0.5 * part.posed().mesh().bounds().diagonal() * largestScale(world);
        return new Body(
                owner,
                part,
                world,
                world.invertAffine(new Matrix4d()),
                world.transformPosition(centre),
                radius,
                material.doubleSided(),
                material.alphaMode() != AlphaMode.OPAQUE || material.transmission() > 0);
    }

    private static double largestScale(Matrix4dc world) {
        Vector3d scale = world.getScale(new Vector3d());
        return Math.max(scale.x, Math.max(scale.y, scale.z));
    }

    /// The first surface with t in (from, to).
    public Optional<WorldHit> cast(Ray ray, double from, double to) {
        requireNonNull(ray, "ray is null");
        Body nearest = null;
        TriangleHit best = null;
        boolean seeThrough = false;
        for (Body body : bodies) {
            if (!mayMeet(ray, body)) {
                continue;
            }
            Ray local = ray.transformed(body.toMesh());
            double limit = best == null ? to : best.t();
            boolean mirrored = body.world().determinant3x3() < 0;
            Optional<TriangleHit> hit =
                    body.part().tree().nearest(local, from, limit, found -> body.backs() || found.front() != mirrored);
            if (hit.isPresent()) {
                seeThrough |= body.seeThrough();
                best = hit.get();
                nearest = body;
            }
        }
        return best == null ? Optional.empty() : Optional.of(hit(ray, nearest, best, seeThrough));
    }

    private static boolean mayMeet(Ray ray, Body body) {
        Vector3d toCentre = new Vector3d(body.centre()).sub(ray.origin());
        double along = toCentre.dot(ray.direction()) / ray.direction().lengthSquared();
        Vector3d offset = toCentre.sub(new Vector3d(ray.direction()).mul(Math.max(0, along)));
        return offset.length() <= body.radius() * (1 + 1e-9) + 1e-9;
    }

    private static WorldHit hit(Ray ray, Body body, TriangleHit hit, boolean seeThrough) {
        Mesh mesh = body.part().posed().mesh();
        Vector3d[] corners = new Vector3d[3];
        for (int corner = 0; corner < 3; corner++) {
            int at = 3 * mesh.triangles()[3 * hit.triangle() + corner];
            corners[corner] = body.world()
                    .transformPosition(
                            new Vector3d(mesh.positions()[at], mesh.positions()[at + 1], mesh.positions()[at + 2]));
        }
        Vector3d normal = new Vector3d(corners[1])
                .sub(corners[0])
                .cross(new Vector3d(corners[2]).sub(corners[0]))
                .normalize();
        if (normal.dot(ray.direction()) > 0) {
            normal.negate();
        }
        Vector3d inMesh = ray.transformed(body.toMesh()).at(hit.t());
        return new WorldHit(
                body.instance(),
                hit.t(),
                normal,
                shading(body, hit, normal),
                body.part().toObject().transformPosition(inMesh),
                seeThrough);
    }

    /// Normals go by the inverse transpose, which keeps them upright under uneven scale.
    private static Vector3d shading(Body body, TriangleHit hit, Vector3d flat) {
        Mesh mesh = body.part().posed().mesh();
        if (mesh.normals().isEmpty()) {
            return flat;
        }
        float[] normals = mesh.normals().get();
        double[] weights = {1 - hit.u() - hit.v(), hit.u(), hit.v()};
        Vector3d sum = new Vector3d();
        for (int corner = 0; corner < 3; corner++) {
            int at = 3 * mesh.triangles()[3 * hit.triangle() + corner];
            sum.add(new Vector3d(normals[at], normals[at + 1], normals[at + 2]).mul(weights[corner]));
        }
        Vector3d world = body.toMesh().transpose3x3(new Matrix3d()).transform(sum);
        return world.lengthSquared() < 1e-24 ? flat : world.normalize();
    }
}
