package studio.diorama.dataset.ray;

import static java.util.Objects.requireNonNull;

import org.joml.Vector3dc;

/// The first surface on a ray.
///
/// @param instance of the object that owns it; 0 for an object without labels
/// @param t the ray's parameter
/// @param normal of the triangle's plane in the world, towards the ray's origin, length 1
/// @param shading the normal interpolated from the triangle's corners, in the world, length 1
/// @param object the hit at rest in its object's own axes, metres
/// @param seeThrough whether the ray met anything whose alpha or transmission decides who owns the pixel
public record WorldHit(
        int instance, double t, Vector3dc normal, Vector3dc shading, Vector3dc object, boolean seeThrough) {

    public WorldHit {
        requireNonNull(normal, "normal is null");
        requireNonNull(shading, "shading is null");
        requireNonNull(object, "object is null");
    }
}
