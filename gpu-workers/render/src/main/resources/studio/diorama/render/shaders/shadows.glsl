/// Soft shadows from depth maps (percentage-closer soft shadows, Fernando 2005): first how far in front the blockers
/// are on average, then a filter as wide as the half shadow that this gives.
#include "frame.glsl"

struct ShadowView {          // ShadowMaps.java writes it
    vec4 rows[4];            // map position = (rows[0] . p, rows[1] . p) / rows[3] . p; distance = rows[2] . p
    vec4 lens;               // 0 parallel or 1 from a point, near limit or range in metres, texel size (at 1 m), layer
};

layout(std430, binding = 3) readonly buffer ShadowViews { ShadowView shadowViews[]; };
layout(binding = 9) uniform sampler2DArray shadowMaps;

const int SEARCH_TAPS = 8;
const int FILTER_TAPS = 12;

vec2 spiral(int i, int count, float turn) {
    float angle = float(i) * 2.39996323 + turn;
    return sqrt((float(i) + 0.5) / float(count)) * vec2(cos(angle), sin(angle));
}

vec4 metresOf(int view, vec4 stored) {
    float range = shadowViews[view].lens.y;
    return shadowViews[view].lens.x == 0.0 ? (1.0 - stored) * range : range / max(stored, 1e-9);
}

vec3 onMap(int view, vec3 world) {
    vec4 p = vec4(world, 1.0);
    vec4 rows[4] = shadowViews[view].rows;
    return vec3(vec2(dot(rows[0], p), dot(rows[1], p)) / dot(rows[3], p), dot(rows[2], p));
}

bool covers(int view, vec3 world) {
    vec3 at = onMap(view, world);
    float rim = 4.0 / float(textureSize(shadowMaps, 0).x);
    // A slice farther from the camera may lie below this one's map, deeper than it reaches.
    bool reached = shadowViews[view].lens.x != 0.0 || at.z < shadowViews[view].lens.y;
    return reached && at.z > 0.0 && all(greaterThan(at.xy, vec2(rim))) && all(lessThan(at.xy, vec2(1.0 - rim)));
}

/// Share of the source that a place sees.
///
/// @param radius of the source: metres, or its tangent as seen from the place if the light is parallel
/// @param turn in radians, other for each pixel, so that few taps leave noise and not bands
float lit(int view, vec3 world, vec3 normal, float radius, float turn) {
    vec4 mapLens = shadowViews[view].lens;
    bool parallel = mapLens.x == 0.0;
    vec3 centre = onMap(view, world);
    float texel = parallel ? mapLens.z : mapLens.z * centre.z;
    vec3 at = onMap(view, world + normal * texel * 1.5);
    int side = textureSize(shadowMaps, 0).x;
    float mapPerMetre = 1.0 / (texel * float(side));

    // How the receiving plane's own distance changes over the map, so that wide filters do not shadow the plane itself.
    vec3 t1 = normalize(cross(normal, abs(normal.y) < 0.9 ? vec3(0.0, 1.0, 0.0) : vec3(1.0, 0.0, 0.0)));
    vec3 t2 = cross(normal, t1);
    float reach = texel * 4.0;
    vec3 d1 = onMap(view, world + t1 * reach) - centre;
    vec3 d2 = onMap(view, world + t2 * reach) - centre;
    float determinant = d1.x * d2.y - d1.y * d2.x;
    vec2 slope = abs(determinant) < 1e-14
            ? vec2(0.0)
            : vec2(d1.z * d2.y - d2.z * d1.y, d2.z * d1.x - d1.z * d2.x) / determinant;
    slope = clamp(slope, -8.0 / mapPerMetre, 8.0 / mapPerMetre);
    float bias = texel * 0.5;

    float layer = mapLens.w;
    float search = (parallel ? at.z * radius : radius) * mapPerMetre;
    search = clamp(search, 1.5 / float(side), 0.08);
    float sum = 0.0;
    float blockers = 0.0;
    for (int i = 0; i < SEARCH_TAPS; i++) {
        vec2 offset = spiral(i, SEARCH_TAPS, turn) * search;
        float stored = textureLod(shadowMaps, vec3(at.xy + offset, layer), 0.0).x;
        float distance = metresOf(view, vec4(stored)).x;
        if (distance < at.z + dot(slope, offset) - bias) {
            sum += distance;
            blockers += 1.0;
        }
    }
    float blocker = sum / max(blockers, 1.0);
    // Where all or none of the search was blocked the filter would find the same. A loop of no turns costs little;
    // software drivers execute whatever an early return leaves out.
    bool decided = blockers == 0.0 || blockers == float(SEARCH_TAPS);
    int taps = decided ? 0 : FILTER_TAPS;
    float penumbra = parallel ? (at.z - blocker) * radius : radius * (at.z - blocker) / max(blocker, 1e-3);
    float width = clamp(penumbra * mapPerMetre, 1.0 / float(side), 0.08);
    float open = 0.0;
    for (int i = 0; i < taps; i++) {
        vec2 offset = spiral(i, FILTER_TAPS, turn) * width;
        vec2 place = (at.xy + offset) * float(side) - 0.5;
        vec2 share = fract(place);
        vec4 four = metresOf(view, textureGather(shadowMaps, vec3((floor(place) + 1.0) / float(side), layer), 0));
        vec4 seen = step(vec4(at.z + dot(slope, offset) - bias), four);
        open += mix(mix(seen.w, seen.z, share.x), mix(seen.x, seen.y, share.x), share.y);
    }
    return decided ? (blockers == 0.0 ? 1.0 : 0.0) : open / float(FILTER_TAPS);
}
