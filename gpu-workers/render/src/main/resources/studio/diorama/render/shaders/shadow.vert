/// Draws the scene as a light sees it, depth alone.
#include "geometry.glsl"

layout(location = 0) in vec3 position;
layout(location = 1) in uint drawIndex;
layout(location = 2) in float u;
layout(location = 3) in float v;

layout(location = 0) uniform vec4 clip[4]; // rows: clip space from world

flat out uint draw;
out vec2 uv;

void main() {
    draw = drawIndex;
    uv = vec2(u, v);
    vec4 world = vec4(transform(worldFromCamera, viewNow(drawIndex, position)), 1.0);
    gl_Position = vec4(dot(clip[0], world), dot(clip[1], world), dot(clip[2], world), dot(clip[3], world));
}
