/// The light that a surface sends to the camera: GGX (Walter et al. 2007) with the height-correlated Smith term, and
/// what bounces several times between its facets given back (Fdez-Aguera 2019).
#include "surface.glsl"
#include "surroundings.glsl"
#include "shadows.glsl"
#include "rectangle.glsl"

struct LightSource {         // LightTable.java writes it
    vec4 position;           // kind: 0 directional, 1 point, 2 spot, 3 area
    vec4 direction;          // the way the light travels; first shadow view, or -1
    vec4 amount;             // lux, candela or candela per square metre; number of shadow views
    vec4 halfU;              // cos of the inner cone
    vec4 halfV;              // cos of the outer cone
    vec4 shape;              // radius for shadows, tangent of the half angle if directional
};

layout(std430, binding = 2) readonly buffer Lights { LightSource lights[]; };
layout(binding = 11) uniform sampler2D rasterDepth; // near limit over depth

struct Light {
    vec3 diffuse;            // to be multiplied with the albedo
    vec3 specular;
    float direct;            // luminance of direct light that arrives
    float unblocked;         // ... that would, without shadows
    float openness;
};

const int OCCLUSION_TAPS = 10;

float luminance(vec3 c) {
    return dot(c, vec3(0.2126, 0.7152, 0.0722));
}

/// Distribution times visibility of facets, which is the BRDF over the Fresnel term.
float facets(float nv, float nl, float nh, float alpha) {
    float a2 = alpha * alpha;
    float d = nh * nh * (a2 - 1.0) + 1.0;
    float smith = nl * sqrt(nv * nv * (1.0 - a2) + a2) + nv * sqrt(nl * nl * (1.0 - a2) + a2);
    return a2 / (PI * d * d) * 0.5 / max(smith, 1e-6);
}

/// The view that holds the place: cascades come finest first, faces of a cube in any order.
float shadowOf(int i, vec3 world, vec3 normal, float turn) {
#ifdef SHADOWED
    int first = int(lights[i].direction.w);
    int end = first + int(lights[i].amount.w);
    int chosen = -1;
    for (int view = first; chosen < 0 && view < end; view++) {
        chosen = covers(view, world) ? view : -1;
    }
    float share = lit(max(chosen, 0), world, normal, lights[i].shape.x, turn);
    return chosen < 0 ? 1.0 : share;
#else
    return 1.0;
#endif
}

/// Share of the surroundings that near surfaces leave open, from the depth of the pixels around (after McGuire et al.,
/// *The Alchemy Screen-Space Ambient Obscurance Algorithm*, 2011).
float opennessAt(Surface s, vec2 pixel, float turn) {
#ifndef OCCLUDED
    return 1.0;
#else
    vec3 normal = s.smoothNormal;
    float depth = -s.point.z;
    float radius = 0.12 * depth;
    float sum = 0.0;
    vec2 centre = vec2(s.point.x, -s.point.y) / depth;
    for (int i = 0; i < OCCLUSION_TAPS; i++) {
        vec2 at = centre + spiral(i, OCCLUSION_TAPS, turn) * radius / depth;
        ivec2 place = ivec2(floor(at * raster.xy + raster.zw));
        if (any(lessThan(place, ivec2(0))) || any(greaterThanEqual(place, rasterSize.xy))) {
            continue;
        }
        float stored = texelFetch(rasterDepth, place, 0).x;
        if (stored <= 0.0) {
            continue;
        }
        at = (vec2(place) + 0.5 - raster.zw) / raster.xy;
        vec3 v = vec3(at.x, -at.y, -1.0) * (tangential.z / stored) - s.point;
        float squared = dot(v, v);
        float fade = max(1.0 - squared / (radius * radius), 0.0);
        sum += max(dot(v, normal) - 0.004 * depth, 0.0) / (squared + 1e-4 * radius * radius) * fade * radius;
    }
    return clamp(1.0 - 0.55 * sum / float(OCCLUSION_TAPS), 0.0, 1.0);
#endif
}

/// @param pixel where the surface is seen, which also turns the taps of soft shadows
Light lightOn(Surface s, vec2 pixel) {
    float turn = 2.0 * PI * hashed(ivec3(ivec2(floor(pixel)), counts.w));
    vec3 n = s.normal;
    vec3 v = s.towards;
    float nv = clamp(dot(n, v), 1e-3, 1.0);
    float alpha = s.roughness * s.roughness;

    // Single and multiple bounces off the facets; what they leave is the diffuse part, so a white furnace stays white.
    vec2 table = textureLod(reflectanceTable, vec2(nv, s.roughness), 0.0).xy;
    vec3 once = s.reflectance * table.x + table.y;
    float single = table.x + table.y;
    vec3 mean = s.reflectance + (1.0 - s.reflectance) / 21.0;
    vec3 again = (1.0 - single) * once * mean / (1.0 - (1.0 - single) * mean);
    vec3 left = 1.0 - once - again;
    vec3 gain = 1.0 + s.reflectance * (1.0 / single - 1.0);

    Light light = Light(vec3(0.0), vec3(0.0), 0.0, 0.0, 1.0);
    light.openness = opennessAt(s, pixel, turn);
    float open = light.openness * s.openness;
    vec3 around = skyIrradiance(n);
    light.diffuse = left * around * open;
    light.specular = (once * skyMirrored(reflect(-v, n), s.roughness) + again * around) * open;

#ifdef SOURCES
    for (int i = 0; i < counts.x; i++) {
        int kind = int(lights[i].position.w);
        vec3 l;
        float size = 0.0;        // how large the source looks, as a tangent
        vec3 arriving;           // light on a surface that faces the source
        float cosine;
#ifdef RECTANGLES
        if (kind == 3) {
            Rectangle r = rectangleSeen(s.world, n, reflect(-v, n), lights[i].position.xyz, lights[i].halfU.xyz,
                                        lights[i].halfV.xyz);
            l = r.towards;
            size = r.size;
            arriving = lights[i].amount.rgb * r.share * PI / max(r.cosine, 1e-3);
            cosine = r.share > 0.0 ? r.cosine : 0.0;
        } else
#endif
        {
            vec3 way = kind == 0 ? -lights[i].direction.xyz : lights[i].position.xyz - s.world;
            float squared = dot(way, way);
            l = way * inversesqrt(squared);
            arriving = kind == 0 ? lights[i].amount.rgb : lights[i].amount.rgb / max(squared, 1e-4);
            if (kind == 2) {
                float c = dot(-l, lights[i].direction.xyz);
                arriving *= smoothstep(lights[i].halfV.w, lights[i].halfU.w, c);
            }
            size = kind == 0 ? lights[i].shape.x : 0.0;
            cosine = dot(n, l);
        }
        if (cosine <= 0.0 || (kind != 3 && dot(s.faceNormal, l) <= 0.0)) {
            continue;
        }
        float amount = luminance(arriving) * cosine;
        light.unblocked += amount;
        float share = amount > 0.0 ? shadowOf(i, s.world, s.faceNormal, turn) : 0.0;
        light.direct += amount * share;
        vec3 landing = arriving * cosine * share;
        light.diffuse += left * landing / PI;
        vec3 h = normalize(l + v);
        float nl = clamp(dot(n, l), 1e-3, 1.0);
        float wide = clamp(alpha + 0.5 * size, alpha, 1.0);
        float shrink = alpha / wide;
        float lh = clamp(dot(l, h), 0.0, 1.0);
        vec3 fresnel = s.reflectance + (1.0 - s.reflectance) * pow(1.0 - lh, 5.0);
        float lobe = facets(nv, nl, clamp(dot(n, h), 0.0, 1.0), wide) * (size > 0.0 ? 1.0 : shrink);
        light.specular += fresnel * gain * lobe * landing;
    }
#endif
    if (s.unlit) {
        light.diffuse = vec3(1.0);
        light.specular = vec3(0.0);
    }
    return light;
}
