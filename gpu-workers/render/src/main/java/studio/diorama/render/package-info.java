/// A renderer without a display: colour, and labels that are exact.
///
/// A [studio.diorama.render.RenderScene] knows nothing of OpenGL. [studio.diorama.render.RenderDevice#open] gives a
/// [studio.diorama.render.Renderer], which turns a scene and a [studio.diorama.render.Camera] into
/// [studio.diorama.render.FrameLayers].
///
/// Every label of a pixel comes from one ray, through the pixel's centre, at mid shutter and through the centre of the
/// lens, in the distorted picture. The rasteriser only proposes which triangle that ray meets; the ray itself is then
/// cut with the triangle, so no interpolator's rounding reaches a label. Antialiasing, blur and weather touch colour
/// alone.
///
/// Space is right-handed with y up, cameras look along -z, lengths are metres. Pixels are counted from the top left and
/// have their centres at +0.5. Light is photometric: lux, candela, candela per square metre.
package studio.diorama.render;
