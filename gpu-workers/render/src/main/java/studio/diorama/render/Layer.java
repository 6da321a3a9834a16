package studio.diorama.render;

import java.util.Locale;

/// What a frame can be asked for, one value a pixel, row by row from the top left. The background is 0 in every layer
/// but colour.
public enum Layer {
    /// The picture as sRGB, packed 0x00RRGGBB. Noise is added by others, so here it is the same as [#RGB_CLEAN].
    RGB(Kind.INTEGERS, 1),
    /// The picture as sRGB before noise, packed 0x00RRGGBB.
    RGB_CLEAN(Kind.INTEGERS, 1),
    /// Linear light before exposure, candela per square metre, with antialiasing, lens, shutter and weather.
    HDR(Kind.FLOATS, 3),
    /// Distance along the camera's axis, metres.
    DEPTH(Kind.FLOATS, 1),
    /// Length of the ray, metres.
    DISTANCE(Kind.FLOATS, 1),
    /// Interpolated vertex normal, unit length, towards the viewer, in the camera's axes (x right, y up, z backwards).
    NORMAL_CAM(Kind.FLOATS, 3),
    /// The same normal in the world's axes.
    NORMAL_WORLD(Kind.FLOATS, 3),
    /// World normal with the normal map.
    NORMAL_BUMP(Kind.FLOATS, 3),
    /// [Instance#id] of the object, 0 for the background.
    INSTANCE(Kind.INTEGERS, 1),
    /// [Instance#classId] of the object, 0 for the background.
    SEMANTIC(Kind.INTEGERS, 1),
    /// Linear base colour of the material.
    BASE_COLOR(Kind.FLOATS, 3),
    /// Linear diffuse reflectance: base colour · (1 - metallic), after wetness and snow.
    ALBEDO(Kind.FLOATS, 3),
    /// Perceptual roughness and metallic, 0..1.
    ROUGH_METAL(Kind.FLOATS, 2),
    /// Texture coordinate, origin at the texture's top left as in glTF.
    UV(Kind.FLOATS, 2),
    /// Point of the object in its own axes and rest pose, metres.
    OBJCOORD(Kind.FLOATS, 3),
    /// [#OBJCOORD] with the bounding box of the object scaled to 0..1 on each axis.
    NOCS(Kind.FLOATS, 3),
    /// Where the point is one step later, minus the pixel's centre: pixels, x right, y down. The sky moves by rotation.
    FLOW_FWD(Kind.FLOATS, 2),
    /// Where the point was one step earlier, minus the pixel's centre.
    FLOW_BWD(Kind.FLOATS, 2),
    /// What becomes of the point, later and earlier: 0 leaves the picture, 1 becomes hidden, 2 is seen.
    FLOW_STATE(Kind.INTEGERS, 2),
    /// Light that the surface receives and would give back if its albedo were 1.
    LIGHT_DIFFUSE(Kind.FLOATS, 3),
    /// Light mirrored by the surface.
    LIGHT_SPECULAR(Kind.FLOATS, 3),
    /// Light that the surface sends out by itself.
    EMISSION(Kind.FLOATS, 3),
    /// Light scattered into the ray by fog.
    FOG(Kind.FLOATS, 3),
    /// Light of the centre sample: T · (albedo · light_diffuse + light_specular + emission) + fog.
    HDR1(Kind.FLOATS, 3),
    /// Share of the surroundings' light that near surfaces leave open.
    AO(Kind.FLOATS, 1),
    /// Share of the direct light that is not blocked.
    SHADOW(Kind.FLOATS, 1),
    /// T: share of light that fog lets through.
    TRANSMITTANCE(Kind.FLOATS, 1),
    /// P: share of the pixel that rain and snow cover.
    PARTICLES(Kind.FLOATS, 1),
    /// V = T · (1 - P).
    VISIBILITY(Kind.FLOATS, 1),
    /// Share of the colour's samples that lie on the pixel's own instance.
    PURITY(Kind.FLOATS, 1),
    /// The point in the world, metres.
    POINTS(Kind.FLOATS, 3);

    /// How the values of a layer are stored.
    public enum Kind {
        FLOATS,
        INTEGERS
    }

    private final Kind kind;
    private final int channels;

    Layer(Kind kind, int channels) {
        this.kind = kind;
        this.channels = channels;
    }

    public Kind kind() {
        return kind;
    }

    /// Values a pixel, stored side by side.
    public int channels() {
        return channels;
    }

    /// The name in files and on the command line, such as `normal_cam`.
    public String fileName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
