/// Writes which triangle of which draw is nearest. With HOLES, alpha decides first: below the cut-off there is nothing,
/// and a blended surface owns a pixel if it hides at least half of what is behind.
#include "geometry.glsl"
#include "materials.glsl"

flat in uint draw;
in vec2 uv;

layout(location = 0) out uvec2 owner;

void main() {
#ifdef HOLES
    uint material = draws[draw].ids.z;
    float alpha = alphaOf(material, uv);
    float mode = materials[material].passage.z;
    float limit = mode == 1.0 ? materials[material].emission.a : 0.5;
    if (mode == 2.0) {
        alpha *= 1.0 - materials[material].passage.x;
    }
    if (alpha < limit) {
        discard;
    }
#endif
    owner = uvec2(draw + 1u, gl_PrimitiveID);
}
