/// Colour of a pixel: the mean over its N x N samples. Samples of one draw that face about the same way share their
/// light, unless EVERY_SAMPLE is set. With BLENDED, up to two see-through surfaces lie before the solid one.
#include "owners.glsl"
#include "air.glsl"
#include "lighting.glsl"

layout(local_size_x = 8, local_size_y = 8) in;

layout(binding = 14) uniform usampler2D owners;
#ifdef BLENDED
layout(binding = 12) uniform usampler2D blendedFirst;
layout(binding = 13) uniform usampler2D blendedSecond;
#endif
layout(binding = 1, rgba32f) uniform image2D light;
layout(std430, binding = 5) writeonly buffer Touched { uint touched[]; }; // by draw: 1 if any sample lies on it
layout(location = 10) uniform int subFrame;
layout(location = 11) uniform float moment;
layout(location = 12) uniform vec4 lens;       // offset on the lens in metres, offset over focus distance

const int SAMPLES = N * N;

vec2 samplePlace(ivec2 pixel, int i) {
    return vec2(pixel) + (vec2(i % N, i / N) + 0.5) / float(N);
}

ivec2 rasterPlace(ivec2 pixel, int i) {
#ifndef BENT_LENS
    return pixel * N + ivec2(i % N, i / N);
#else
    return ivec2(floor(imagePoint(samplePlace(pixel, i)) * raster.xy + raster.zw));
#endif
}

Hit hitOf(uvec2 owner, vec3 ray) {
#ifdef BLURRED
    return cutMoving(owner.x - 1u, owner.y, ray - vec3(lens.zw, 0.0), moment, lens.xy);
#else
    return cutTriangle(owner.x - 1u, owner.y, ray);
#endif
}

vec3 behindAir(vec3 colour, vec3 ray, float metres) {
    float through = transmittanceTo(toWorld(normalize(ray)), metres);
    return through * colour + (1.0 - through) * fogLight.rgb;
}

/// Light of one surface towards the camera; a is how much it hides of what is behind.
vec4 shaded(uvec2 owner, vec3 ray, vec2 place, float pixelShare) {
    Hit hit = hitOf(owner, ray);
    Surface s = surfaceAt(hit, place, pixelShare);
    Light l = lightOn(s, place);
    vec3 colour = s.albedo * l.diffuse * (1.0 - s.transmission) + l.specular + s.emission;
    bool blended = materials[draws[hit.draw].ids.z].passage.z == 2.0;
    float hides = blended ? s.alpha : 1.0;
    // A clear pane hides nothing but what its mirroring takes; its tint is left to the alpha.
    float solid = hides * (1.0 - s.transmission);
    vec3 seen = blended ? s.albedo * l.diffuse * solid + (l.specular + s.emission) * max(hides, s.transmission) : colour;
    return vec4(behindAir(seen, s.point, length(s.point)), max(solid, 0.04 * s.transmission));
}

vec3 colourAlong(uvec2 owner, ivec2 rasterAt, vec2 place, float pixelShare) {
    vec3 ray = rayThrough(place);
    vec3 colour = owner.x == BACKGROUND
            ? behindAir(skyAlong(toWorld(normalize(ray))), ray, 1e9)
            : shaded(owner, ray, place, pixelShare).rgb;
#ifdef BLENDED
    uvec2 second = ownerAt(blendedSecond, rasterAt, rasterSize.xy);
    if (second.x != BACKGROUND) {
        vec4 veil = shaded(second, ray, place, pixelShare);
        colour = veil.rgb + (1.0 - veil.a) * colour;
    }
    uvec2 first = ownerAt(blendedFirst, rasterAt, rasterSize.xy);
    if (first.x != BACKGROUND) {
        vec4 veil = shaded(first, ray, place, pixelShare);
        colour = veil.rgb + (1.0 - veil.a) * colour;
    }
#endif
    return colour;
}

void main() {
    ivec2 pixel = ivec2(gl_GlobalInvocationID.xy);
    if (pixel.x >= size.x || pixel.y >= size.y) {
        return;
    }
    uvec2 samples[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
        samples[i] = ownerAt(owners, rasterPlace(pixel, i), rasterSize.xy);
    }
    uint left = (1u << SAMPLES) - 1u;
    uint centre = 1u << (SAMPLES / 2);
    vec3 sum = vec3(0.0);
    while (left != 0u) {
        int lead = (left & centre) != 0u ? SAMPLES / 2 : findLSB(left);
        uvec2 owner = samples[lead];
        uint group = 1u << lead;
#ifndef EVERY_SAMPLE
        uint drawOfLead = max(owner.x, 1u) - 1u;
        int firstFace = int(draws[drawOfLead].trianglePlaces.x);
        vec3 facing = faceAt(firstFace + int(owner.y));
        for (int i = 0; i < SAMPLES; i++) {
            bool same = owner == samples[i] || (owner.x != BACKGROUND && owner.x == samples[i].x
                    && dot(facing, faceAt(firstFace + int(samples[i].y))) > 0.9);
            group |= same ? 1u << i : 0u;
        }
        group &= left;
#ifdef BLENDED
        // Edges of panes are smooth only if samples before and behind them part.
        uint veil = ownerAt(blendedFirst, rasterPlace(pixel, lead), rasterSize.xy).x;
        for (int i = 0; i < SAMPLES; i++) {
            if (ownerAt(blendedFirst, rasterPlace(pixel, i), rasterSize.xy).x != veil) {
                group &= ~(1u << i);
            }
        }
#endif
#endif
        left &= ~group;
        if (owner.x != BACKGROUND) {
            touched[owner.x - 1u] = 1u;
        }
        float share = float(bitCount(group)) / float(SAMPLES);
        sum += share * colourAlong(owner, rasterPlace(pixel, lead), samplePlace(pixel, lead), sqrt(share));
    }
    float pure = 0.0;
    if (subFrame == 0) {
        uvec2 own = ownerAt(labelOwners, rasterPlace(pixel, SAMPLES / 2), rasterSize.xy);
        uint instance = own.x == BACKGROUND ? 0u : draws[own.x - 1u].ids.x;
        for (int i = 0; i < SAMPLES; i++) {
            uint other = samples[i].x == BACKGROUND ? 0u : draws[samples[i].x - 1u].ids.x;
            pure += other == instance ? 1.0 : 0.0;
        }
        imageStore(light, pixel, vec4(sum, pure / float(SAMPLES)));
    } else {
        vec4 before = imageLoad(light, pixel);
        imageStore(light, pixel, vec4(before.rgb + sum, before.a));
    }
}
