/// From light to the picture: mean over sub-frames, rain and snow, exposure, tone, the sRGB curve.
#include "results.glsl"
#include "air.glsl"

layout(local_size_x = 8, local_size_y = 8) in;

layout(binding = 0, r32f) readonly uniform image2D distances;
layout(binding = 1, rgba32f) readonly uniform image2D light;
layout(location = 11) uniform float share; // one over the number of sub-frames

vec3 toned(vec3 c) {
    if (development.y == 1.0) {
        // Reinhard et al. 2002, equation 4, white at 4.
        float l = dot(c, vec3(0.2126, 0.7152, 0.0722));
        return l > 0.0 ? c * ((1.0 + l / 16.0) / (1.0 + l)) : c;
    }
    if (development.y == 2.0) {
        // A rational curve through 0 that bends dark light down and rises to 1 (Narkowicz 2016).
        return c * (2.51 * c + 0.03) / (c * (2.43 * c + 0.59) + 0.14);
    }
    return c;
}

uint srgb(float linear) {
    float l = clamp(linear, 0.0, 1.0);
    float s = l <= 0.0031308 ? 12.92 * l : 1.055 * pow(l, 1.0 / 2.4) - 0.055;
    return uint(s * 255.0 + 0.5);
}

void main() {
    ivec2 pixel = ivec2(gl_GlobalInvocationID.xy) + ivec2(0, strip.x);
    if (pixel.x >= size.x || pixel.y >= strip.y) {
        return;
    }
    vec4 stored = imageLoad(light, pixel);
    vec3 hdr = stored.rgb * share;
#ifdef RAINING
    {
        float covered = particlesBefore(vec2(pixel) + 0.5, imageLoad(distances, pixel).x);
        hdr = mix(hdr, fogLight.rgb * 1.3, covered);
    }
#endif
    vec3 c = toned(hdr * development.x);
    uint rgb = srgb(c.r) << 16 | srgb(c.g) << 8 | srgb(c.b);
    put(RGB, pixel, size.x, rgb);
    put(RGB_CLEAN, pixel, size.x, rgb);
    put(HDR, pixel, size.x, hdr);
    put(PURITY, pixel, size.x, stored.a);
}
