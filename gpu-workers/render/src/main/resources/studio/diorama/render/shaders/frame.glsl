/// What holds for a whole frame. FrameBlock.java writes it, in this order.
///
/// Software drivers execute both ways of every branch, so what a frame does not have is left out of its programs by
/// names that Features.java defines: BENT_LENS, TEXTURED, COLOUR_MAPPED, ROUGHNESS_MAPPED, NORMAL_MAPPED,
/// OPENNESS_MAPPED, EMISSION_MAPPED, TINTED, WEATHERED, FOGGY, RAINING, OCCLUDED, SOURCES, RECTANGLES, SHADOWED, BLURRED.

layout(std140, binding = 0) uniform Frame {
    vec4 intrinsics;         // focal x, focal y, centre x, centre y; pixels
    vec4 radial;             // k1, k2, k3, 1 if the lens distorts
    vec4 tangential;         // p1, p2, near limit in metres, 0
    ivec4 size;              // width, height, n of n x n samples, 0
    vec4 raster;             // raster position = (x, y) * raster.xy + raster.zw, with x right and y down, over depth
    ivec4 rasterSize;        // width, height of the visibility buffer
    vec4 worldFromCamera[3]; // rows
    vec4 beforeFromNow[3];   // rows: axes of the camera at t-1 from those at t
    vec4 afterFromNow[3];    // rows: axes of the camera at t+1 from those at t
    vec4 fog;                // extinction at y = 0 per metre, 1 / height, 0, 0
    vec4 fogLight;           // light that fog scatters into any ray
    vec4 surfaces;           // wet, snow cover, rain mm/h, snow mm/h
    vec4 development;        // exposure scale, tone map, 0, 0
    vec4 environment;        // cos and sin of the rotation, intensity, greatest level of the specular map
    vec4 sun;                // direction to the sun disc, cos of its radius
    vec4 sunLight;           // luminance of the disc
    ivec4 counts;            // lights, shadow views, ambient occlusion, seed
    vec4 irradiance[9];      // spherical harmonics of the surroundings, already convolved with the cosine
};

const float PI = 3.14159265358979;
const uint BACKGROUND = 0u;

vec3 rotate(vec4 rows[3], vec3 v) {
    return vec3(dot(rows[0].xyz, v), dot(rows[1].xyz, v), dot(rows[2].xyz, v));
}

vec3 transform(vec4 rows[3], vec3 p) {
    vec4 h = vec4(p, 1.0);
    return vec3(dot(rows[0], h), dot(rows[1], h), dot(rows[2], h));
}

vec3 toWorld(vec3 cameraDirection) {
    return rotate(worldFromCamera, cameraDirection);
}
