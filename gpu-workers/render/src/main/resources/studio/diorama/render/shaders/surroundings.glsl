/// Light from all around: the map that is seen behind everything, its blurred copies for mirrors of any roughness, and
/// its irradiance as spherical harmonics (Ramamoorthi and Hanrahan 2001).
#include "frame.glsl"

layout(binding = 6) uniform sampler2D reflectanceTable; // scale and offset of the reflectance: (n . v, roughness)
layout(binding = 7) uniform sampler2D panorama;
layout(binding = 8) uniform sampler2D panoramaBlurred;  // level = roughness * greatest level

vec2 onPanorama(vec3 d) {
    d = vec3(environment.x * d.x - environment.y * d.z, d.y, environment.y * d.x + environment.x * d.z);
    return vec2(atan(d.x, -d.z) / (2.0 * PI) + 0.5, acos(clamp(d.y, -1.0, 1.0)) / PI);
}

/// What is seen in a direction of the world, with the sun's disc.
vec3 skyAlong(vec3 direction) {
    vec3 light = textureLod(panorama, onPanorama(direction), 0.0).rgb * environment.z;
    return dot(direction, sun.xyz) > sun.w ? light + sunLight.rgb : light;
}

vec3 skyMirrored(vec3 direction, float roughness) {
    return textureLod(panoramaBlurred, onPanorama(direction), roughness * environment.w).rgb * environment.z;
}

/// Light that arrives on a surface, over pi: what a white one gives back.
vec3 skyIrradiance(vec3 d) {
    d = vec3(environment.x * d.x - environment.y * d.z, d.y, environment.y * d.x + environment.x * d.z);
    vec3 sum = irradiance[0].rgb + irradiance[1].rgb * d.y + irradiance[2].rgb * d.z + irradiance[3].rgb * d.x
            + irradiance[4].rgb * d.x * d.y + irradiance[5].rgb * d.y * d.z
            + irradiance[6].rgb * (3.0 * d.z * d.z - 1.0) + irradiance[7].rgb * d.x * d.z
            + irradiance[8].rgb * (d.x * d.x - d.y * d.y);
    return max(sum, 0.0) * environment.z;
}
