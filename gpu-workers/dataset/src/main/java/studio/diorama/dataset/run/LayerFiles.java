package studio.diorama.dataset.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.diorama.dataset.file.ExrChannel;
import studio.diorama.dataset.file.ExrImage;
import studio.diorama.dataset.file.ExrReader;
import studio.diorama.dataset.file.ExrType;
import studio.diorama.dataset.file.ExrWriter;
import studio.diorama.dataset.file.FastPng;
import studio.diorama.dataset.file.FileLimits;
import studio.diorama.dataset.file.FloFile;
import studio.diorama.dataset.file.PngFile;
import studio.diorama.dataset.file.PngPixels;
import studio.diorama.render.Layer;
import studio.diorama.render.Plane;

/// Writes layers to files and reads them back.
public final class LayerFiles {

    private static final FileLimits LIMITS = FileLimits.DEFAULT;
    private static final String[][] NAMES = {{"Y"}, {"X", "Y"}, {"X", "Y", "Z"}};
    private static final String[] LIGHT_NAMES = {"R", "G", "B"};

    private LayerFiles() {}

    /// Such as `depth.exr`.
    public static String fileName(Layer layer) {
        return layer.fileName() + LayerStorage.of(layer).ending();
    }

    /// The bytes of a layer's file.
    static byte[] encode(Layer layer, Plane plane) {
        int width = plane.width();
        int height = plane.height();
        return switch (LayerStorage.of(layer)) {
            case COLOUR -> FastPng.rgb8(width, height, LayerValues.colourBytes(integers(plane)));
            case IDS -> FastPng.ids(width, height, integers(plane), true);
            case STATES -> FastPng.map8(width, height, LayerValues.stateBytes(integers(plane), plane.channels()));
            case BYTES ->
                plane.channels() == 1
                        ? FastPng.grey8(width, height, LayerValues.unitBytes(floats(plane), 1))
                        : FastPng.map8(width, height, LayerValues.unitBytes(floats(plane), plane.channels()));
            case HALF -> ExrWriter.encode(exr(layer, plane, ExrType.HALF));
            case FLOAT -> ExrWriter.encode(exr(layer, plane, ExrType.FLOAT));
            case FLOW -> FloFile.encode(new FloFile.Flow(width, height, floats(plane)));
        };
    }

    private static ExrImage exr(Layer layer, Plane plane, ExrType type) {
        return ExrImage.interleaved(plane.width(), plane.height(), type, floats(plane), names(layer));
    }

    /// Readers of pictures look for R, G and B; what is no light has axes.
    private static String[] names(Layer layer) {
        return switch (layer) {
            case HDR, BASE_COLOR, ALBEDO, LIGHT_DIFFUSE, LIGHT_SPECULAR, EMISSION, FOG, HDR1 -> LIGHT_NAMES;
            case DEPTH, DISTANCE -> new String[] {"Z"};
            case RGB,
                    RGB_CLEAN,
                    NORMAL_CAM,
                    NORMAL_WORLD,
                    NORMAL_BUMP,
                    INSTANCE,
                    SEMANTIC,
                    ROUGH_METAL,
                    UV,
                    OBJCOORD,
                    NOCS,
                    FLOW_FWD,
                    FLOW_BWD,
                    FLOW_STATE,
                    AO,
                    SHADOW,
                    TRANSMITTANCE,
                    PARTICLES,
                    VISIBILITY,
                    PURITY,
                    POINTS -> NAMES[layer.channels() - 1];
        };
    }

    /// Reads a layer of a camera in a frame's folder.
    ///
    /// @throws studio.diorama.common.DioramaException where the file is damaged
    public static Plane read(Path cameraFolder, Layer layer) throws IOException {
        Path file = cameraFolder.resolve(fileName(layer));
        return switch (LayerStorage.of(layer)) {
            case COLOUR -> {
                PngPixels png = PngFile.read(file, LIMITS);
                yield new Plane.Integers(png.width(), png.height(), 1, LayerValues.packedColour(png.bytes()));
            }
            case IDS -> {
                PngPixels png = PngFile.read(file, LIMITS);
                yield new Plane.Integers(png.width(), png.height(), 1, png.ids());
            }
            case STATES -> {
                PngPixels png = PngFile.read(file, LIMITS);
                yield new Plane.Integers(
                        png.width(), png.height(), layer.channels(), LayerValues.states(png.bytes(), layer.channels()));
            }
            case BYTES -> {
                PngPixels png = PngFile.read(file, LIMITS);
                yield new Plane.Floats(
                        png.width(),
                        png.height(),
                        layer.channels(),
                        LayerValues.units(png.bytes(), png.channels(), layer.channels()));
            }
            case HALF, FLOAT -> interleaved(ExrReader.read(file, LIMITS), layer);
            case FLOW -> {
                FloFile.Flow flow = FloFile.read(file, LIMITS);
                yield new Plane.Floats(flow.width(), flow.height(), 2, flow.flow());
            }
        };
    }

    private static Plane interleaved(ExrImage image, Layer layer) {
        String[] names = names(layer);
        int pixels = image.width() * image.height();
        float[] values = new float[pixels * names.length];
        for (int channel = 0; channel < names.length; channel++) {
            ExrChannel samples = image.channel(names[channel]);
            for (int i = 0; i < pixels; i++) {
                values[i * names.length + channel] = samples.at(i);
            }
        }
        return new Plane.Floats(image.width(), image.height(), names.length, values);
    }

    static void write(Path cameraFolder, Layer layer, Plane plane) throws IOException {
        Files.write(cameraFolder.resolve(fileName(layer)), encode(layer, plane));
    }

    private static int[] integers(Plane plane) {
        return ((Plane.Integers) plane).values();
    }

    private static float[] floats(Plane plane) {
        return ((Plane.Floats) plane).values();
    }
}
