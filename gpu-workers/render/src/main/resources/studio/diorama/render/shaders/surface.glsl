/// What the material and the weather make of the place where a ray meets a triangle.
#include "geometry.glsl"
#include "materials.glsl"

struct Surface {
    vec3 point;              // camera axes
    vec3 world;
    vec3 towards;            // unit, to the viewer, world axes
    vec3 smoothNormal;       // unit, camera axes, interpolated, towards the viewer
    vec3 faceNormal;         // unit, world axes, towards the viewer
    vec3 normal;             // unit, world axes, with the normal map
    vec2 uv;
    vec3 object;             // object axes, at rest
    vec3 baseColour;
    float alpha;
    float metallic;
    float roughness;
    vec3 albedo;
    vec3 reflectance;        // at right angles
    vec3 emission;
    float openness;          // the material's own occlusion, 1: open
    float transmission;
    bool unlit;
};

vec3 normalToCamera(uint draw, vec3 n) {
    vec3 r0 = draws[draw].viewNow[0].xyz;
    vec3 r1 = draws[draw].viewNow[1].xyz;
    vec3 r2 = draws[draw].viewNow[2].xyz;
    // Cofactors keep normals upright under uneven scale; a mirroring matrix turns their sign, which is turned back.
    vec3 turned = vec3(dot(cross(r1, r2), n), dot(cross(r2, r0), n), dot(cross(r0, r1), n));
    return (draws[draw].ids.w & FLAG_MIRRORED) != 0u ? -turned : turned;
}

vec3 unitOr(vec3 v, vec3 otherwise) {
    float squared = dot(v, v);
    return squared > 1e-30 ? v * inversesqrt(squared) : otherwise;
}

float hashed(ivec3 at) {
    uvec3 q = uvec3(at) * uvec3(1597334673u, 3812015801u, 2798796415u);
    uint h = (q.x ^ q.y ^ q.z) * 1597334673u;
    h ^= h >> 15;
    h *= 2246822519u;
    return float(h >> 8) / 16777216.0;
}

float smoothNoise(vec3 p) {
    ivec3 corner = ivec3(floor(p));
    vec3 t = p - vec3(corner);
    t = t * t * (3.0 - 2.0 * t);
    float sum = 0.0;
    for (int i = 0; i < 8; i++) {
        ivec3 offset = ivec3(i & 1, (i >> 1) & 1, i >> 2);
        vec3 share = mix(1.0 - t, t, vec3(offset));
        sum += share.x * share.y * share.z * hashed(corner + offset);
    }
    return sum;
}

/// Water fills pores, which darkens, and smooths what faces up; snow lies on what faces up.
void weather(inout Surface s) {
#ifdef WEATHERED
    float up = max(s.normal.y, 0.0);
    float wet = surfaces.x * (1.0 - s.metallic);
    s.albedo *= 1.0 - 0.45 * wet * s.roughness;
    s.roughness = mix(s.roughness, min(s.roughness, 0.12), surfaces.x * (0.4 + 0.6 * up));
    if (surfaces.y > 0.0) {
        float patches = smoothNoise(s.world * 9.0) * 0.6 + smoothNoise(s.world * 31.0) * 0.4;
        float amount = surfaces.y * 1.6 - (1.0 - s.normal.y) - 0.5 * patches * (1.0 - 0.6 * surfaces.y);
        float cover = smoothstep(0.0, 0.3, amount) * step(0.0, s.normal.y);
        s.albedo = mix(s.albedo, vec3(0.88, 0.91, 0.95), cover);
        s.reflectance = mix(s.reflectance, vec3(0.02), cover);
        s.roughness = mix(s.roughness, 0.7, cover);
        s.metallic *= 1.0 - cover;
        s.emission *= 1.0 - cover;
        s.normal = normalize(mix(s.normal, rotate(worldFromCamera, s.smoothNormal), cover));
    }
#endif
}

/// @param pixelShare width of the ray in pixels: 1 for the only one of its pixel
Surface surfaceAt(Hit hit, vec2 pixel, float pixelShare) {
    uint draw = hit.draw;
    uvec3 corners = cornersOf(draw, hit.triangle) + draws[draw].vertexPlaces.x;
    vec4 headA = vertexHead(corners.x), headB = vertexHead(corners.y), headC = vertexHead(corners.z);
    vec4 tailA = vertexTail(corners.x), tailB = vertexTail(corners.y), tailC = vertexTail(corners.z);
    vec3 a = viewNow(draw, headA.xyz);
    vec3 ab = viewNow(draw, headB.xyz) - a;
    vec3 ac = viewNow(draw, headC.xyz) - a;

    Surface s;
    s.point = a + hit.shares.y * ab + hit.shares.z * ac;
    s.world = transform(worldFromCamera, s.point);
    s.towards = toWorld(-normalize(s.point));
    vec3 face = unitOr(cross(ab, ac), vec3(0.0, 0.0, 1.0));
    face = dot(face, s.point) > 0.0 ? -face : face;
    vec3 smoothed = hit.shares.x * tailA.xyz + hit.shares.y * tailB.xyz + hit.shares.z * tailC.xyz;
    smoothed = unitOr(normalToCamera(draw, smoothed), face);
    s.smoothNormal = dot(smoothed, face) < 0.0 ? -smoothed : smoothed;
    s.faceNormal = toWorld(face);

    vec2 uvA = vec2(headA.w, tailA.w);
    vec2 uvAb = vec2(headB.w, tailB.w) - uvA;
    vec2 uvAc = vec2(headC.w, tailC.w) - uvA;
    s.uv = uvA + hit.shares.y * uvAb + hit.shares.z * uvAc;
    uvec3 resting = corners - draws[draw].vertexPlaces.x + draws[draw].vertexPlaces.w;
    vec3 atRest = hit.shares.x * vertexHead(resting.x).xyz + hit.shares.y * vertexHead(resting.y).xyz
            + hit.shares.z * vertexHead(resting.z).xyz;
    s.object = transform(draws[draw].rest, atRest);

    uint m = draws[draw].ids.z;
#ifdef TEXTURED
    vec2 across;
    vec2 down;
    {
        // Where the rays of the next pixels meet the same plane tells how fast uv changes on the picture.
        vec3 plane = cross(ab, ac);
        float offset = dot(a, plane);
        vec3 rayX = hit.ray + vec3(pixelShare / intrinsics.x, 0.0, 0.0);
        vec3 rayY = hit.ray - vec3(0.0, pixelShare / intrinsics.y, 0.0);
        float slope = dot(hit.ray, plane);
        vec3 dx = rayX * (offset / dot(rayX, plane)) - hit.ray * (offset / slope);
        vec3 dy = rayY * (offset / dot(rayY, plane)) - hit.ray * (offset / slope);
        float bb = dot(ab, ab), bc = dot(ab, ac), cc = dot(ac, ac);
        float inverse = 1.0 / max(bb * cc - bc * bc, 1e-30);
        vec2 sharesX = vec2(cc * dot(ab, dx) - bc * dot(ac, dx), bb * dot(ac, dx) - bc * dot(ab, dx)) * inverse;
        vec2 sharesY = vec2(cc * dot(ab, dy) - bc * dot(ac, dy), bb * dot(ac, dy) - bc * dot(ab, dy)) * inverse;
        across = sharesX.x * uvAb + sharesX.y * uvAc;
        down = sharesY.x * uvAb + sharesY.y * uvAc;
    }
#endif

    vec4 base = materials[m].baseColour;
#ifdef COLOUR_MAPPED
    if (materials[m].baseColourUse.place.z != 0u) {
        base *= sampleTexture(materials[m].baseColourUse, true, s.uv, across, down);
    }
#endif
#ifdef TINTED
    if ((draws[draw].ids.w & FLAG_COLOURS) != 0u) {
        base *= hit.shares.x * texelFetch(vertexColours, int(corners.x))
                + hit.shares.y * texelFetch(vertexColours, int(corners.y))
                + hit.shares.z * texelFetch(vertexColours, int(corners.z));
    }
#endif
    s.baseColour = base.rgb;
    s.alpha = base.a;
    s.metallic = materials[m].factors.x;
    s.roughness = materials[m].factors.y;
    s.emission = materials[m].emission.rgb;
    s.openness = 1.0;
    s.normal = toWorld(s.smoothNormal);
#ifdef ROUGHNESS_MAPPED
    if (materials[m].metallicRoughnessUse.place.z != 0u) {
        vec4 t = sampleTexture(materials[m].metallicRoughnessUse, false, s.uv, across, down);
        s.roughness *= t.g;
        s.metallic *= t.b;
    }
#endif
#ifdef EMISSION_MAPPED
    if (materials[m].emissiveUse.place.z != 0u) {
        s.emission *= sampleTexture(materials[m].emissiveUse, true, s.uv, across, down).rgb;
    }
#endif
#ifdef OPENNESS_MAPPED
    if (materials[m].occlusionUse.place.z != 0u) {
        float t = sampleTexture(materials[m].occlusionUse, false, s.uv, across, down).r;
        s.openness = 1.0 + materials[m].factors.w * (t - 1.0);
    }
#endif
#ifdef NORMAL_MAPPED
    if (materials[m].normalUse.place.z != 0u) {
        float determinant = uvAb.x * uvAc.y - uvAb.y * uvAc.x;
        if (abs(determinant) > 1e-20) {
            vec3 n = s.smoothNormal;
            vec3 tangent = (ab * uvAc.y - ac * uvAb.y) / determinant;
            vec3 bitangent = (ac * uvAb.x - ab * uvAc.x) / determinant;
            tangent = unitOr(tangent - n * dot(n, tangent), vec3(1.0, 0.0, 0.0));
            vec3 upward = cross(n, tangent);
            // v grows downwards, the map's green upwards.
            upward = dot(upward, bitangent) > 0.0 ? -upward : upward;
            vec3 t = sampleTexture(materials[m].normalUse, false, s.uv, across, down).xyz * 2.0 - 1.0;
            t.xy *= materials[m].factors.z;
            s.normal = toWorld(unitOr(tangent * t.x + upward * t.y + n * t.z, n));
        }
    }
#endif
    s.transmission = materials[m].passage.x;
    s.unlit = materials[m].passage.w != 0.0;
    s.roughness = clamp(s.roughness, 0.03, 1.0);
    s.albedo = s.baseColour * (1.0 - s.metallic);
    s.reflectance = mix(vec3(materials[m].passage.y), s.baseColour, s.metallic);
    weather(s);
    return s;
}
