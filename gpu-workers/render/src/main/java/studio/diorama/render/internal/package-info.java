/// How the renderer works. Read in this order: `OpenGlRenderer` (one frame from call to answer), `FramePass` (the
/// steps),
/// `DrawList` and the stores (what lies on the device), then the shaders, beginning with `frame.glsl` and
/// `geometry.glsl`.
package studio.diorama.render.internal;
