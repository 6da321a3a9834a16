/// Peels see-through surfaces: the nearest one that is in front of the solid surface and, with SECOND, behind the first.
#include "geometry.glsl"
#include "materials.glsl"

flat in uint draw;
in vec2 uv;

layout(binding = 11) uniform sampler2D solidDepth;
layout(binding = 12) uniform sampler2D firstDepth;

layout(location = 0) out uvec2 owner;

void main() {
    ivec2 place = ivec2(gl_FragCoord.xy);
    if (gl_FragCoord.z <= texelFetch(solidDepth, place, 0).x || alphaOf(draws[draw].ids.z, uv) <= 0.0) {
        discard;
    }
#ifdef SECOND
    if (gl_FragCoord.z >= texelFetch(firstDepth, place, 0).x) {
        discard;
    }
#endif
    owner = uvec2(draw + 1u, gl_PrimitiveID);
}
