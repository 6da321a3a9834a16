/// Every label of a pixel, from the exact ray through its centre. With LIT, the parts of its light too.
#include "owners.glsl"
#include "results.glsl"
#include "air.glsl"
#ifdef LIT
#include "lighting.glsl"
#endif

layout(local_size_x = 8, local_size_y = 8) in;

layout(binding = 12) uniform usampler2D ownersBefore;
layout(binding = 13) uniform usampler2D ownersAfter;
layout(binding = 0, r32f) writeonly uniform image2D distances;
layout(location = 11) uniform vec4 flowCanvas;
layout(location = 12) uniform ivec2 flowSize;

const uint LEAVES = 0u, HIDDEN = 1u, SEEN = 2u;

vec3 pointAt(Hit hit, int moveStep) {
    uvec3 corners = cornersOf(hit.draw, hit.triangle);
    return hit.shares.x * viewStep(hit.draw, corners.x, moveStep)
            + hit.shares.y * viewStep(hit.draw, corners.y, moveStep)
            + hit.shares.z * viewStep(hit.draw, corners.z, moveStep);
}

/// Whether a point of this draw is what the camera meets there at the other time.
bool seenAt(usampler2D owners, uint draw, vec3 target, int moveStep) {
    vec3 ray = target / -target.z;
    vec2 at = vec2(ray.x, -ray.y) * flowCanvas.xy + flowCanvas.zw;
    ivec2 corner = ivec2(floor(at - 0.5));
    float margin = max(0.002, -0.005 * target.z);
    for (int i = 0; i < 4; i++) {
        uvec2 owner = ownerAt(owners, corner + ivec2(i & 1, i >> 1), flowSize);
        if (owner.x != draw + 1u) {
            continue;
        }
        uvec3 corners = cornersOf(draw, owner.y);
        Cut meeting = cut(viewStep(draw, corners.x, moveStep), viewStep(draw, corners.y, moveStep),
                          viewStep(draw, corners.z, moveStep), ray);
        if (abs(meeting.depth + target.z) <= margin) {
            return true;
        }
    }
    return false;
}

/// xy: how far the point moves on the picture; z: what becomes of it.
vec3 flowTo(Hit hit, vec2 centre, int moveStep, usampler2D owners) {
    vec3 target;
    if (hit.found) {
        target = pointAt(hit, moveStep);
    } else if (moveStep == 1) {
        target = rotate(beforeFromNow, hit.ray);
    } else {
        target = rotate(afterFromNow, hit.ray);
    }
    if (target.z > -1e-6 || (hit.found && -target.z < tangential.z)) {
        return vec3(0.0, 0.0, LEAVES);
    }
    vec2 place = pixelOf(target);
    uint state = SEEN;
    if (any(lessThan(place, vec2(0.0))) || any(greaterThanEqual(place, vec2(size.xy)))) {
        state = LEAVES;
    } else if (wanted(FLOW_STATE)) {
        bool seen;
        if (hit.found) {
            seen = seenAt(owners, hit.draw, target, moveStep);
        } else {
            vec2 at = vec2(target.x, -target.y) / -target.z * flowCanvas.xy + flowCanvas.zw;
            seen = ownerAt(owners, ivec2(floor(at)), flowSize).x == BACKGROUND;
        }
        state = seen ? SEEN : HIDDEN;
    }
    return vec3(place - centre, state);
}

void main() {
    ivec2 pixel = ivec2(gl_GlobalInvocationID.xy) + ivec2(0, strip.x);
    if (pixel.x >= size.x || pixel.y >= strip.y) {
        return;
    }
    int width = size.x;
    vec2 centre = vec2(pixel) + 0.5;
    vec3 ray = rayThrough(centre);
    Hit hit = labelHit(pixel, ray);
    float metres = hit.found ? -hit.point.z * length(ray) : 0.0;
    float air = hit.found ? metres : 1e9;
    imageStore(distances, pixel, vec4(air));

    put(DEPTH, pixel, width, hit.found ? -hit.point.z : 0.0);
    put(DISTANCE, pixel, width, metres);
    put(POINTS, pixel, width, hit.found ? transform(worldFromCamera, hit.point) : vec3(0.0));
    uvec4 labels = hit.found ? draws[hit.draw].trianglePlaces : uvec4(0u);
    put(INSTANCE, pixel, width, labels.z);
    put(SEMANTIC, pixel, width, labels.w);
    if (wanted(FLOW_FWD) || wanted(FLOW_BWD) || wanted(FLOW_STATE)) {
        vec3 forward = flowTo(hit, centre, 2, ownersAfter);
        vec3 backward = flowTo(hit, centre, 1, ownersBefore);
        put(FLOW_FWD, pixel, width, forward.xy);
        put(FLOW_BWD, pixel, width, backward.xy);
        put(FLOW_STATE, pixel, width, uvec2(forward.z, backward.z));
    }
    float through = transmittanceTo(toWorld(normalize(ray)), air);
    float covered = wanted(PARTICLES) || wanted(VISIBILITY) ? particlesBefore(centre, air) : 0.0;
    put(TRANSMITTANCE, pixel, width, through);
    put(PARTICLES, pixel, width, covered);
    put(VISIBILITY, pixel, width, through * (1.0 - covered));

    if (!hit.found) {
        for (int layer = NORMAL_CAM; layer <= SHADOW; layer++) {
            if (layer == NORMAL_CAM || layer == NORMAL_WORLD || layer == NORMAL_BUMP || layer == BASE_COLOR
                    || layer == ALBEDO || layer == OBJCOORD || layer == NOCS || layer == LIGHT_DIFFUSE
                    || layer == LIGHT_SPECULAR || layer == EMISSION) {
                put(layer, pixel, width, vec3(0.0));
            }
        }
        put(ROUGH_METAL, pixel, width, vec2(0.0));
        put(UV, pixel, width, vec2(0.0));
        put(AO, pixel, width, 0.0);
        put(SHADOW, pixel, width, 0.0);
#ifdef LIT
        vec3 scattered = (1.0 - through) * fogLight.rgb;
        put(FOG, pixel, width, scattered);
        put(HDR1, pixel, width, through * skyAlong(toWorld(normalize(ray))) + scattered);
#endif
        return;
    }
    Surface s = surfaceAt(hit, centre, 1.0);
    put(NORMAL_CAM, pixel, width, s.smoothNormal);
    put(NORMAL_WORLD, pixel, width, toWorld(s.smoothNormal));
    put(NORMAL_BUMP, pixel, width, s.normal);
    put(UV, pixel, width, s.uv);
    put(OBJCOORD, pixel, width, s.object);
    put(NOCS, pixel, width, (s.object - draws[hit.draw].boxLeast.xyz) * draws[hit.draw].boxScale.xyz);
    put(BASE_COLOR, pixel, width, s.baseColour);
    put(ALBEDO, pixel, width, s.albedo);
    put(ROUGH_METAL, pixel, width, vec2(s.roughness, s.metallic));
#ifdef LIT
    Light light = lightOn(s, centre);
    vec3 scattered = (1.0 - through) * fogLight.rgb;
    put(LIGHT_DIFFUSE, pixel, width, light.diffuse);
    put(LIGHT_SPECULAR, pixel, width, light.specular);
    put(EMISSION, pixel, width, s.emission);
    put(FOG, pixel, width, scattered);
    put(HDR1, pixel, width, through * (s.albedo * light.diffuse + light.specular + s.emission) + scattered);
    put(AO, pixel, width, light.openness);
    put(SHADOW, pixel, width, light.unblocked > 0.0 ? light.direct / light.unblocked : 1.0);
#endif
}
