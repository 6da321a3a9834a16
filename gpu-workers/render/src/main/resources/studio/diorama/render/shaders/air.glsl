/// Fog, rain and snow between the camera and what it sees. They never touch a label of geometry.
#include "surface.glsl"

/// Share of light that fog lets through over a way from the camera; density falls with height like exp(-height / scale).
float transmittanceTo(vec3 direction, float metres) {
#ifndef FOGGY
    return 1.0;
#endif
    float start = worldFromCamera[1].w * fog.y;
    float climb = direction.y * fog.y;
    float way = climb * metres;
    // (1 - exp(-way)) / climb, which is the length itself on level ways.
    float column = abs(way) < 1e-3 ? metres * (1.0 - 0.5 * way) : (1.0 - exp(-clamp(way, -60.0, 60.0))) / climb;
    return exp(-fog.x * exp(-clamp(start, -60.0, 60.0)) * max(column, 0.0));
}

const int SHELLS = 7;

/// Share of a pixel that drops or flakes cover, in front of something at that distance. The air is cut into shells of
/// doubling distance; each is a grid of cells with one drop at a random place in some of them.
float particlesBefore(vec2 pixel, float metres) {
    float clear = 1.0;
#ifdef RAINING
    for (int kind = 0; kind < 2; kind++) {
        float amount = kind == 0 ? surfaces.z : surfaces.w;
        if (amount == 0.0) {
            continue;
        }
        // Marshall and Palmer (1948): larger and more numerous drops with more rain.
        float size = kind == 0 ? 0.0011 * pow(amount, 0.21) : 0.004;
        float streak = kind == 0 ? 0.09 : 0.006;
        float share = clamp((kind == 0 ? 0.035 : 0.12) * pow(amount, 0.6), 0.0, 0.9);
        for (int shell = 0; shell < SHELLS; shell++) {
            float distance = 0.6 * exp2(float(shell) * 0.75);
            if (distance > metres) {
                break;
            }
            vec2 metrePixels = intrinsics.xy / distance;
            vec2 halfSize = max(vec2(size, streak) * 0.5 * metrePixels, vec2(0.4));
            // What is thinner than a pixel covers it only partly.
            float thin = min(size * 0.5 * metrePixels.x / 0.4, 1.0);
            vec2 cell = halfSize * (kind == 0 ? vec2(14.0, 2.6) : vec2(5.0, 5.0)) + 2.0;
            vec2 slanted = vec2(pixel.x + (kind == 0 ? 0.06 : 0.0) * pixel.y, pixel.y);
            vec2 shift = vec2(hashed(ivec3(shell, kind, counts.w)), hashed(ivec3(kind, shell, counts.w + 7)));
            vec2 at = slanted + shift * cell;
            ivec2 corner = ivec2(floor(at / cell));
            ivec3 key = ivec3(corner, counts.w * 31 + shell * 2 + kind);
            if (hashed(key) > share) {
                continue;
            }
            vec2 room = cell - 2.0 * halfSize - 1.0;
            vec2 middle = (vec2(corner)) * cell + halfSize + 0.5
                    + max(room, 0.0) * vec2(hashed(key + 101), hashed(key + 211));
            vec2 off = abs(at - middle);
            float cover;
            if (kind == 0) {
                vec2 inside = clamp(halfSize + 0.5 - off, 0.0, 1.0);
                cover = inside.x * inside.y * (1.0 - 0.6 * off.y / (halfSize.y + 0.5)) * 0.45;
            } else {
                float r = length(off / halfSize);
                cover = clamp((1.0 - r) * min(halfSize.x, halfSize.y) + 0.5, 0.0, 1.0) * 0.9;
            }
            clear *= 1.0 - cover * thin;
        }
    }
#endif
    return 1.0 - clear;
}
