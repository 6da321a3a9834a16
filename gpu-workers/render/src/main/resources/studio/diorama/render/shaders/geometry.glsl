/// Meshes on the device, and the cut of a ray with one triangle.
#include "lens.glsl"

struct Draw {                // one mesh of one instance; DrawList.java writes it
    vec4 viewNow[3];         // rows: camera from mesh at t
    vec4 viewBefore[3];      // ... at t-1
    vec4 viewAfter[3];       // ... at t+1
    vec4 rest[3];            // rows: object from mesh, at rest
    uvec4 ids;               // instance, class, material, flags
    uvec4 vertexPlaces;      // first vertex at t, t-1, t+1, at rest
    uvec4 trianglePlaces;    // first triangle, number of triangles, instance and class as labels say them
    vec4 boxLeast;           // the object's box at rest
    vec4 boxScale;           // one over its size
};

const uint FLAG_COLOURS = 1u;
const uint FLAG_MIRRORED = 2u;

layout(std430, binding = 0) readonly buffer Draws { Draw draws[]; };
layout(binding = 0) uniform samplerBuffer vertices;
layout(binding = 1) uniform samplerBuffer vertexColours;
layout(binding = 2) uniform usamplerBuffer indices;
layout(binding = 3) uniform usamplerBuffer faceNormals;

struct Hit {
    bool found;
    bool inside;             // or only near the triangle
    uint draw;
    uint triangle;
    vec3 shares;             // barycentric coordinates, within the triangle
    vec3 ray;                // one metre deep
    vec3 point;              // camera axes
};

uvec3 cornersOf(uint draw, uint triangle) {
    int first = int((draws[draw].trianglePlaces.x + triangle) * 3u);
    return uvec3(texelFetch(indices, first).x, texelFetch(indices, first + 1).x, texelFetch(indices, first + 2).x);
}

vec4 vertexHead(uint place) {
    return texelFetch(vertices, int(place) * 2);
}

vec4 vertexTail(uint place) {
    return texelFetch(vertices, int(place) * 2 + 1);
}

/// The face's normal in the mesh's own axes, to 1/127.
vec3 faceAt(int face) {
    uint bytes = texelFetch(faceNormals, face).x;
    return vec3(ivec3(bytes << 24, bytes << 16, bytes << 8) >> 24) / 127.0;
}

vec3 viewNow(uint draw, vec3 p) {
    return transform(draws[draw].viewNow, p);
}

/// A vertex in the camera's axes some share of a step later (positive) or earlier, moving in a straight line.
vec3 viewAt(uint draw, uint corner, float moment) {
    vec3 now = viewNow(draw, vertexHead(draws[draw].vertexPlaces.x + corner).xyz);
    if (moment > 0.0) {
        vec3 after = transform(draws[draw].viewAfter, vertexHead(draws[draw].vertexPlaces.z + corner).xyz);
        return mix(now, after, moment);
    }
    if (moment < 0.0) {
        vec3 before = transform(draws[draw].viewBefore, vertexHead(draws[draw].vertexPlaces.y + corner).xyz);
        return mix(now, before, -moment);
    }
    return now;
}

vec3 viewStep(uint draw, uint corner, int moveStep) {
    if (moveStep == 1) {
        return transform(draws[draw].viewBefore, vertexHead(draws[draw].vertexPlaces.y + corner).xyz);
    }
    if (moveStep == 2) {
        return transform(draws[draw].viewAfter, vertexHead(draws[draw].vertexPlaces.z + corner).xyz);
    }
    return viewNow(draw, vertexHead(draws[draw].vertexPlaces.x + corner).xyz);
}

struct Cut {
    vec3 shares;
    float depth;
    bool inside;
};

/// Where a ray from the camera meets the plane of a triangle (Moeller and Trumbore 1997). Outside the triangle its
/// nearest point, roughly, is taken: the rasteriser, which proposes triangles, rounds to 1/256 of its own pixel.
Cut cut(vec3 a, vec3 b, vec3 c, vec3 ray) {
    vec3 ab = b - a;
    vec3 ac = c - a;
    vec3 across = cross(ray, ac);
    float determinant = dot(ab, across);
    float inverse = determinant == 0.0 ? 0.0 : 1.0 / determinant;
    vec3 towards = cross(-a, ab);
    float v = dot(-a, across) * inverse;
    float w = dot(ray, towards) * inverse;
    vec3 shares = vec3(1.0 - v - w, v, w);
    bool inside = all(greaterThan(shares, vec3(-1e-4)));
    if (all(greaterThanEqual(shares, vec3(0.0)))) {
        return Cut(shares, dot(ac, towards) * inverse, inside);
    }
    shares = max(shares, 0.0);
    shares /= shares.x + shares.y + shares.z;
    return Cut(shares, -dot(shares, vec3(a.z, b.z, c.z)), inside);
}

Hit cutTriangle(uint draw, uint triangle, vec3 ray) {
    uvec3 corners = cornersOf(draw, triangle);
    Cut meeting = cut(viewStep(draw, corners.x, 0), viewStep(draw, corners.y, 0), viewStep(draw, corners.z, 0), ray);
    return Hit(true, meeting.inside, draw, triangle, meeting.shares, ray, ray * meeting.depth);
}

/// The same at another moment and through another point of the lens; the point that was met is told as it is at t.
Hit cutMoving(uint draw, uint triangle, vec3 ray, float moment, vec2 lens) {
    uvec3 corners = cornersOf(draw, triangle);
    vec3 shift = vec3(lens, 0.0);
    Cut meeting = cut(viewAt(draw, corners.x, moment) - shift, viewAt(draw, corners.y, moment) - shift,
                      viewAt(draw, corners.z, moment) - shift, ray);
    vec3 point = meeting.shares.x * viewStep(draw, corners.x, 0) + meeting.shares.y * viewStep(draw, corners.y, 0)
            + meeting.shares.z * viewStep(draw, corners.z, 0);
    return Hit(true, meeting.inside, draw, triangle, meeting.shares, point / -point.z, point);
}

Hit nothing(vec3 ray) {
    return Hit(false, false, 0u, 0u, vec3(0.0), ray, vec3(0.0));
}
