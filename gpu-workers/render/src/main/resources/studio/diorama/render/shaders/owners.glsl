/// From the visibility buffer to the triangle that a ray meets.
#include "geometry.glsl"

layout(binding = 10) uniform usampler2D labelOwners; // draw + 1, triangle

uvec2 ownerAt(usampler2D owners, ivec2 place, ivec2 side) {
    bool outside = any(lessThan(place, ivec2(0))) || any(greaterThanEqual(place, side));
    return outside ? uvec2(0u) : texelFetch(owners, place, 0).xy;
}

/// What the ray through a pixel's centre meets. Straight lenses have a sample right there; for others the four samples
/// around propose triangles, the nearest that is met counts, and where none is met the nearest sample decides.
Hit labelHit(ivec2 pixel, vec3 ray) {
#ifndef BENT_LENS
    uvec2 owner = texelFetch(labelOwners, pixel * size.z + size.z / 2, 0).xy;
    Hit hit = cutTriangle(max(owner.x, 1u) - 1u, owner.y, ray);
    hit.found = owner.x != BACKGROUND;
    return hit;
#else
    vec2 at = vec2(ray.x, -ray.y) * raster.xy + raster.zw;
    ivec2 corner = ivec2(floor(at - 0.5));
    ivec2 middle = ivec2(floor(at));
    Hit best = nothing(ray);
    Hit nearest = nothing(ray);
    for (int i = 0; i < 4; i++) {
        ivec2 place = corner + ivec2(i & 1, i >> 1);
        uvec2 owner = ownerAt(labelOwners, place, rasterSize.xy);
        if (owner.x == BACKGROUND) {
            continue;
        }
        Hit hit = cutTriangle(owner.x - 1u, owner.y, ray);
        if (hit.inside && (!best.found || hit.point.z > best.point.z)) {
            best = hit;
        }
        if (place == middle) {
            nearest = hit;
        }
    }
    return best.found ? best : nearest;
#endif
}
