/// Materials: glTF's metallic-roughness model.
#include "texels.glsl"

struct Material {            // MaterialTable.java writes it
    vec4 baseColour;
    vec4 emission;           // rgb times strength, alpha cut-off
    vec4 factors;            // metallic, roughness, normal scale, occlusion strength
    vec4 passage;            // transmission, reflectance at right angles, alpha mode (0 opaque, 1 mask, 2 blend), unlit
    TextureUse baseColourUse;
    TextureUse metallicRoughnessUse;
    TextureUse normalUse;
    TextureUse occlusionUse;
    TextureUse emissiveUse;
};

layout(std430, binding = 1) readonly buffer Materials { Material materials[]; };

float alphaOf(uint material, vec2 uv) {
    float alpha = materials[material].baseColour.a;
    if (materials[material].baseColourUse.place.z != 0u) {
        TextureUse use = materials[material].baseColourUse;
        alpha *= sampleLevel(use, true, placed(use, uv), 0).a;
    }
    return alpha;
}
