/// One bit an object, wherever it would be seen if it stood alone; the bits are joined by OR.
#ifdef HOLES
#include "geometry.glsl"
#include "materials.glsl"

flat in uint draw;
in vec2 uv;
#endif

layout(location = 10) uniform uint bit;
layout(location = 0) out uint bits;

void main() {
#ifdef HOLES
    uint material = draws[draw].ids.z;
    float mode = materials[material].passage.z;
    float limit = mode == 1.0 ? materials[material].emission.a : 0.5;
    float passing = mode == 2.0 ? 1.0 - materials[material].passage.x : 1.0;
    if (alphaOf(material, uv) * passing < limit) {
        discard;
    }
#endif
    bits = bit;
}
