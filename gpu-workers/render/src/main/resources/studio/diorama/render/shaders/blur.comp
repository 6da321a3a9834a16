/// One level of the blurred panorama: the mean over the GGX lobe about each direction, seen from straight above (Karis
/// 2013), each sample taken from the level that is as coarse as the sample is wide (Krivanek and Colbert 2008).
layout(local_size_x = 8, local_size_y = 8) in;

layout(binding = 7) uniform sampler2D panorama;
layout(binding = 2, rgba16f) writeonly uniform image2D blurred;
layout(location = 0) uniform float roughness;

const float PI = 3.14159265358979;
const int TAPS = 32;

float mirroredBits(uint i) {
    return float(bitfieldReverse(i)) / 4294967296.0;
}

void main() {
    ivec2 at = ivec2(gl_GlobalInvocationID.xy);
    ivec2 side = imageSize(blurred);
    if (any(greaterThanEqual(at, side))) {
        return;
    }
    vec2 place = (vec2(at) + 0.5) / vec2(side);
    float longitude = (place.x - 0.5) * 2.0 * PI;
    float polar = place.y * PI;
    vec3 n = vec3(sin(polar) * sin(longitude), cos(polar), -sin(polar) * cos(longitude));
    vec3 t1 = normalize(cross(abs(n.y) < 0.9 ? vec3(0.0, 1.0, 0.0) : vec3(1.0, 0.0, 0.0), n));
    vec3 t2 = cross(n, t1);
    if (roughness == 0.0) {
        float level = log2(float(textureSize(panorama, 0).x) / float(side.x));
        imageStore(blurred, at, vec4(textureLod(panorama, place, max(level, 0.0)).rgb, 1.0));
        return;
    }
    float a2 = roughness * roughness * roughness * roughness;
    vec2 texels = vec2(textureSize(panorama, 0));
    float texelAngle = 2.0 * PI * PI / (texels.x * texels.y);
    vec3 sum = vec3(0.0);
    float weights = 0.0;
    for (int i = 0; i < TAPS; i++) {
        float u = (float(i) + 0.5) / float(TAPS);
        float phi = 2.0 * PI * mirroredBits(uint(i));
        float c = sqrt((1.0 - u) / (1.0 + (a2 - 1.0) * u));
        float s = sqrt(1.0 - c * c);
        vec3 h = t1 * (s * cos(phi)) + t2 * (s * sin(phi)) + n * c;
        vec3 l = 2.0 * c * h - n;
        float nl = dot(n, l);
        if (nl <= 0.0) {
            continue;
        }
        float d = c * c * (a2 - 1.0) + 1.0;
        float density = a2 / (PI * d * d) * 0.25;
        float level = max(0.5 * log2(1.0 / (float(TAPS) * density * texelAngle)) + 1.0, 0.0);
        vec2 uv = vec2(atan(l.x, -l.z) / (2.0 * PI) + 0.5, acos(clamp(l.y, -1.0, 1.0)) / PI);
        sum += textureLod(panorama, uv, level).rgb * nl;
        weights += nl;
    }
    imageStore(blurred, at, vec4(sum / weights, 1.0));
}
