/// Depth writes itself; holes cast no shadow.
#ifdef HOLES
#include "geometry.glsl"
#include "materials.glsl"

flat in uint draw;
in vec2 uv;
#endif

void main() {
#ifdef HOLES
    uint material = draws[draw].ids.z;
    float limit = materials[material].passage.z == 1.0 ? materials[material].emission.a : 0.5;
    if (alphaOf(material, uv) * (1.0 - materials[material].passage.x) < limit) {
        discard;
    }
#endif
}
