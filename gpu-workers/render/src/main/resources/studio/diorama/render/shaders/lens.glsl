/// From pixels to rays and back, through the distorted lens (Brown 1966, Conrady 1919).
/// Image points are (x, y) over depth, x right, y down.
#include "frame.glsl"

vec2 distorted(vec2 p) {
#ifndef BENT_LENS
    return p;
#endif
    float r2 = dot(p, p);
    float stretch = 1.0 + r2 * (radial.x + r2 * (radial.y + r2 * radial.z));
    vec2 t = tangential.xy;
    return p * stretch
            + vec2(2.0 * t.x * p.x * p.y + t.y * (r2 + 2.0 * p.x * p.x),
                   t.x * (r2 + 2.0 * p.y * p.y) + 2.0 * t.y * p.x * p.y);
}

/// The image point that the lens maps to q, by Newton's method.
vec2 undistorted(vec2 q) {
#ifndef BENT_LENS
    return q;
#endif
    vec2 p = q;
    vec2 t = tangential.xy;
    for (int i = 0; i < 8; i++) {
        float r2 = dot(p, p);
        float stretch = 1.0 + r2 * (radial.x + r2 * (radial.y + r2 * radial.z));
        float slope = 2.0 * (radial.x + r2 * (2.0 * radial.y + r2 * 3.0 * radial.z));
        float xx = stretch + p.x * p.x * slope + 2.0 * t.x * p.y + 6.0 * t.y * p.x;
        float xy = p.x * p.y * slope + 2.0 * t.x * p.x + 2.0 * t.y * p.y;
        float yy = stretch + p.y * p.y * slope + 6.0 * t.x * p.y + 2.0 * t.y * p.x;
        vec2 miss = distorted(p) - q;
        float determinant = xx * yy - xy * xy;
        p -= vec2(yy * miss.x - xy * miss.y, xx * miss.y - xy * miss.x) / determinant;
    }
    return p;
}

vec2 imagePoint(vec2 pixel) {
    return undistorted((pixel - intrinsics.zw) / intrinsics.xy);
}

/// The ray through a pixel position, in camera axes, one metre deep.
vec3 rayThrough(vec2 pixel) {
    vec2 p = imagePoint(pixel);
    return vec3(p.x, -p.y, -1.0);
}

/// The pixel position of a point in camera axes, which must lie in front of the camera.
vec2 pixelOf(vec3 point) {
    return distorted(vec2(point.x, -point.y) / -point.z) * intrinsics.xy + intrinsics.zw;
}
