/// Places a vertex in the visibility buffer. Every pass that decides about pixels uses this one file, so that they
/// decide alike.
#include "geometry.glsl"

layout(location = 0) in vec3 position;
layout(location = 1) in uint drawIndex;
layout(location = 2) in float u;
layout(location = 3) in float v;

layout(location = 0) uniform int moveStep;     // 0: at t, 1: at t-1, 2: at t+1
layout(location = 1) uniform float moment; // only with step 0: share of a step, -1..1
layout(location = 2) uniform vec4 lens;    // offset on the lens in metres, offset over focus distance
layout(location = 3) uniform vec4 canvas;  // raster position = (x, y) * canvas.xy + canvas.zw
layout(location = 4) uniform ivec2 canvasSize;

flat out uint draw;
out vec2 uv;

invariant gl_Position;

void main() {
    draw = drawIndex;
    uv = vec2(u, v);
    vec3 p;
    if (moveStep == 1) {
        p = transform(draws[drawIndex].viewBefore, position);
    } else if (moveStep == 2) {
        p = transform(draws[drawIndex].viewAfter, position);
    } else if (moment == 0.0) {
        p = viewNow(drawIndex, position);
    } else {
        p = viewAt(drawIndex, uint(gl_VertexID) - draws[drawIndex].vertexPlaces.x, moment);
    }
    p.xy -= lens.xy;
    float depth = -p.z;
    vec2 place = vec2(p.x, -p.y) * canvas.xy + (canvas.zw + lens.zw * canvas.xy * vec2(1.0, -1.0)) * depth;
    gl_Position = vec4(2.0 * place / vec2(canvasSize) - depth, tangential.z, depth);
}
