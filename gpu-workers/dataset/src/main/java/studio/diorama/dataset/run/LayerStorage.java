package studio.diorama.dataset.run;

import studio.diorama.render.Layer;

/// How a layer's values are kept in a file. Never half for what is measured: depth, flow, texture coordinates.
enum LayerStorage {
    /// PNG, 8 bits, sRGB colour.
    COLOUR,
    /// PNG, 8 or 16 bits, whole numbers.
    IDS,
    /// PNG, 8 bits, two whole numbers as red and green.
    STATES,
    /// PNG, 8 bits, 0 to 1 as 0 to 255; two numbers as red and green.
    BYTES,
    /// EXR, half.
    HALF,
    /// EXR, float.
    FLOAT,
    /// Middlebury's `.flo`.
    FLOW;

    static LayerStorage of(Layer layer) {
        return switch (layer) {
            case RGB, RGB_CLEAN -> COLOUR;
            case INSTANCE, SEMANTIC -> IDS;
            case FLOW_STATE -> STATES;
            case ROUGH_METAL, PURITY -> BYTES;
            case HDR,
                    NORMAL_CAM,
                    NORMAL_WORLD,
                    NORMAL_BUMP,
                    BASE_COLOR,
                    ALBEDO,
                    AO,
                    SHADOW,
                    TRANSMITTANCE,
                    PARTICLES,
                    VISIBILITY -> HALF;
            case DEPTH, DISTANCE, UV, OBJCOORD, NOCS, LIGHT_DIFFUSE, LIGHT_SPECULAR, EMISSION, FOG, HDR1, POINTS ->
                FLOAT;
            case FLOW_FWD, FLOW_BWD -> FLOW;
        };
    }

    String ending() {
        return switch (this) {
            case COLOUR, IDS, STATES, BYTES -> ".png";
            case HALF, FLOAT -> ".exr";
            case FLOW -> ".flo";
        };
    }
}
