/// Textures of any size out of one long line of texels, with trilinear filtering. TexelStore.java lays the line out.

struct TextureUse {          // MaterialTable.java writes it
    uvec4 place;             // first row, width | height << 16, levels (0: no texture), wrap s | wrap t << 2 | nearest << 4
    vec4 turn;               // 2 x 2 matrix: uv' = (turn.xy . uv, turn.zw . uv) + shift
    vec4 shift;
};

layout(binding = 4) uniform sampler2DArray texels;
layout(binding = 5) uniform sampler2DArray texelsOfSrgb;

const uint REPEAT = 0u;
const uint MIRRORED = 1u;

int wrapped(int i, int side, uint mode) {
    // Division of floats, for software drivers divide integers one by one; exact up to 2^24 texels.
    int turns = int(floor((float(i) + 0.5) / float(side)));
    int within = i - turns * side;
    if (mode == REPEAT) {
        return within;
    }
    if (mode == MIRRORED) {
        return (turns & 1) == 0 ? within : side - 1 - within;
    }
    return clamp(i, 0, side - 1);
}

vec4 texel(bool srgb, uint base, ivec2 at, ivec2 side, uvec2 wrap) {
    uint place = base + uint(wrapped(at.y, side.y, wrap.y) * side.x + wrapped(at.x, side.x, wrap.x));
    ivec3 where = ivec3(place & 2047u, (place >> 11) & 2047u, place >> 22);
    return srgb ? texelFetch(texelsOfSrgb, where, 0) : texelFetch(texels, where, 0);
}

vec4 sampleLevel(TextureUse use, bool srgb, vec2 uv, int level) {
    ivec2 side = ivec2(use.place.y & 0xffffu, use.place.y >> 16);
    uint base = use.place.x << 11;
    for (int i = 0; i < level; i++) {
        base += uint(side.x * side.y);
        side = max(side >> 1, 1);
    }
    uvec2 wrap = uvec2(use.place.w & 3u, (use.place.w >> 2) & 3u);
    vec2 at = uv * vec2(side);
    if ((use.place.w & 16u) != 0u) {
        return texel(srgb, base, ivec2(floor(at)), side, wrap);
    }
    at -= 0.5;
    ivec2 corner = ivec2(floor(at));
    vec2 share = at - vec2(corner);
    vec4 upper = mix(texel(srgb, base, corner, side, wrap), texel(srgb, base, corner + ivec2(1, 0), side, wrap), share.x);
    vec4 lower = mix(texel(srgb, base, corner + ivec2(0, 1), side, wrap),
                     texel(srgb, base, corner + ivec2(1, 1), side, wrap), share.x);
    return mix(upper, lower, share.y);
}

vec2 placed(TextureUse use, vec2 uv) {
    return vec2(dot(use.turn.xy, uv), dot(use.turn.zw, uv)) + use.shift.xy;
}

/// @param across, down how uv changes from one pixel to the next
vec4 sampleTexture(TextureUse use, bool srgb, vec2 uv, vec2 across, vec2 down) {
    vec2 side = vec2(use.place.y & 0xffffu, use.place.y >> 16);
    vec2 a = vec2(dot(use.turn.xy, across), dot(use.turn.zw, across)) * side;
    vec2 d = vec2(dot(use.turn.xy, down), dot(use.turn.zw, down)) * side;
    // The longer axis of the footprint alone would blur slanted floors; the mean of both is the usual compromise.
    float extent = sqrt(0.5 * (dot(a, a) + dot(d, d)));
    float level = clamp(log2(max(extent, 1e-8)), 0.0, float(use.place.z) - 1.0);
    vec2 at = placed(use, uv);
    int lower = int(level);
    float share = level - float(lower);
    int turns = share < 0.02 ? 1 : 2;
    vec4 sum = vec4(0.0);
    for (int i = 0; i < turns; i++) {
        float weight = turns == 1 ? 1.0 : i == 0 ? 1.0 - share : share;
        sum += weight * sampleLevel(use, srgb, at, lower + i);
    }
    return sum;
}
