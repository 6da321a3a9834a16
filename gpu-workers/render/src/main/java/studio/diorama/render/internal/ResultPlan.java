package studio.diorama.render.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import studio.diorama.render.Layer;

/// Where each layer's plane lies in the result buffer, which holds a strip of so many rows at once.
///
/// @param layers that are made
/// @param width pixels a row
/// @param rows of a strip
/// @param places of the planes, by the layer's place in the enum; -1 for layers that are not made
/// @param words of the buffer
record ResultPlan(Set<Layer> layers, int width, int rows, int[] places, long words) {

    private static final int PLACES = 32;

    static ResultPlan of(Set<Layer> layers, int width, int height, long maxBytes) {
        int channels = layers.stream().mapToInt(Layer::channels).sum();
        long rowWords = (long) width * channels;
        int rows = (int) Math.clamp(maxBytes / 4 / Math.max(1, rowWords), 1, height);
        int[] places = new int[PLACES];
        Arrays.fill(places, -1);
        int at = 0;
        for (Layer layer : EnumSet.copyOf(layers)) {
            places[layer.ordinal()] = at;
            at += rows * width * layer.channels();
        }
        return new ResultPlan(layers, width, rows, places, at);
    }

    int place(Layer layer) {
        return places[layer.ordinal()];
    }

    void upload(GlBuffer buffer, Staging staging) {
        ByteBuffer bytes = staging.of(PLACES * 4L);
        for (int place : places) {
            bytes.putInt(place);
        }
        buffer.replace(bytes.flip());
    }
}
