/// Where results go: one plane a layer, each for the strip of rows that is being worked on. Numbers of layers are the
/// places in the enum Layer; ResultPlan.java says where their planes begin.

layout(std140, binding = 1) uniform Planes { ivec4 planes[8]; };
layout(std430, binding = 4) writeonly buffer Results { uint results[]; };
layout(location = 10) uniform ivec2 strip; // first row, one past the last

const int RGB = 0, RGB_CLEAN = 1, HDR = 2, DEPTH = 3, DISTANCE = 4, NORMAL_CAM = 5, NORMAL_WORLD = 6, NORMAL_BUMP = 7,
        INSTANCE = 8, SEMANTIC = 9, BASE_COLOR = 10, ALBEDO = 11, ROUGH_METAL = 12, UV = 13, OBJCOORD = 14, NOCS = 15,
        FLOW_FWD = 16, FLOW_BWD = 17, FLOW_STATE = 18, LIGHT_DIFFUSE = 19, LIGHT_SPECULAR = 20, EMISSION = 21,
        FOG = 22, HDR1 = 23, AO = 24, SHADOW = 25, TRANSMITTANCE = 26, PARTICLES = 27, VISIBILITY = 28, PURITY = 29,
        POINTS = 30;

int planeOf(int layer) {
    return planes[layer >> 2][layer & 3];
}

/// WANTED has a bit for each layer that is made, so what only others need is left out of the program.
bool wanted(int layer) {
    return (uint(WANTED) >> layer & 1u) != 0u;
}

int placeIn(int layer, ivec2 pixel, int width, int channels) {
    return planeOf(layer) + ((pixel.y - strip.x) * width + pixel.x) * channels;
}

void put(int layer, ivec2 pixel, int width, uint value) {
    if (wanted(layer)) {
        results[placeIn(layer, pixel, width, 1)] = value;
    }
}

void put(int layer, ivec2 pixel, int width, uvec2 value) {
    if (wanted(layer)) {
        int place = placeIn(layer, pixel, width, 2);
        results[place] = value.x;
        results[place + 1] = value.y;
    }
}

void put(int layer, ivec2 pixel, int width, float value) {
    put(layer, pixel, width, floatBitsToUint(value));
}

void put(int layer, ivec2 pixel, int width, vec2 value) {
    put(layer, pixel, width, floatBitsToUint(value));
}

void put(int layer, ivec2 pixel, int width, vec3 value) {
    if (wanted(layer)) {
        int place = placeIn(layer, pixel, width, 3);
        results[place] = floatBitsToUint(value.x);
        results[place + 1] = floatBitsToUint(value.y);
        results[place + 2] = floatBitsToUint(value.z);
    }
}
