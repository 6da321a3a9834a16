package studio.diorama.models.cameranoise;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Photo;
import studio.diorama.imaging.PhotoCheck;
import studio.diorama.imaging.PngWriter;
import studio.diorama.imaging.Rgb16Image;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.imaging.RgbImage;
import studio.diorama.imaging.Thumbnail;

/// Clean pictures in, noisy pictures with their clean originals and level maps out: the one class behind the web job,
/// the REST job and the command line. Holds one picture at a time; the same configuration gives the same bytes.
public final class CameraNoisePipeline {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}._ -]{0,119}");

    private static final int THUMBNAIL_SIDE = PhotoCheck.THUMBNAIL_SIDE;

    private CameraNoisePipeline() {}

    /// @throws DioramaException for a bad name, an ISO that the camera does not serve, or cancellation
    public static void run(
            CameraNoiseConfig config,
            List<? extends NoiseSource> sources,
            NoiseSink sink,
            Cancellation cancellation,
            ProgressSink progress) {
        checkNames(sources);
        for (int i = 0; i < sources.size(); i++) {
            cancellation.throwIfRequested();
            NoiseSource source = sources.get(i);
            progress.report(source.name(), i / (double) sources.size());
            Photo photo = source.open();
            for (int copy = 1; copy <= config.copies(); copy++) {
                cancellation.throwIfRequested();
                try {
                    sink.accept(pair(config, copyName(config, source.name(), copy), photo, cancellation));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        progress.report("done", 1);
    }

    /// What the noisy pictures of one picture are called: as it, or with a number where there are several.
    private static String copyName(CameraNoiseConfig config, String name, int copy) {
        return config.copies() == 1 ? name : "%s_%02d".formatted(name, copy);
    }

    /// The seed that a picture of this name is drawn with.
    public static Seed imageSeed(Seed root, String name) {
        return root.child("image/" + name);
    }

    private static NoisePair pair(CameraNoiseConfig config, String name, Photo photo, Cancellation cancellation) {
        RgbImage clean = photo.image();
        Seed seed = imageSeed(config.seed(), name);
        NoiseRecipe recipe = config.recipe(seed);
        double iso = recipe.iso().choose(name, photo.metadata().iso(), seed);
        NoiseCondition condition = new NoiseCondition(recipe.profile(), iso);
        NoiseOptions options = new NoiseOptions(seed, 8, config.compress(), config.threads(), 0, 0);

        List<NoisePair.PngFile> files = new ArrayList<>();
        Rgb16Image level = null;
        if (config.depth().has8()) {
            NoisyImage drawn = recipe.model().apply(clean, condition, options, cancellation, ProgressSink.NONE);
            files.add(png("noisy", drawn.noisy()));
            files.add(png("clean", BitDepths.eight(clean)));
            level = drawn.level();
        }
        if (config.depth().has16()) {
            NoisyImage drawn = recipe.model()
                    .apply(clean, condition, options.withOutputBitDepth(16), cancellation, ProgressSink.NONE);
            files.add(png("noisy16", drawn.noisy()));
            files.add(png("clean16", BitDepths.sixteen(clean)));
            level = drawn.level();
        }
        files.add(map("level", level));
        return new NoisePair(
                name,
                clean.width(),
                clean.height(),
                recipe.profile().name(),
                CameraProfileCodec.sha256(recipe.profile()),
                recipe.model().name(),
                iso,
                seed,
                files);
    }

    private static NoisePair.PngFile png(String folder, RgbImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PngWriter.write(picture, bytes);
        return file(folder, bytes.toByteArray(), Thumbnail.of(picture, THUMBNAIL_SIDE));
    }

    private static NoisePair.PngFile map(String folder, Rgb16Image values) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PngWriter.writeMap16(values.width(), values.height(), values.samples(), Map.of(), bytes);
        return file(folder, bytes.toByteArray(), Thumbnail.of(stretched(values), THUMBNAIL_SIDE));
    }

    /// A map of some percent of its scale, bright enough to be looked at.
    private static Rgb8Image stretched(Rgb16Image values) {
        int highest = 1;
        for (short value : values.samples()) {
            highest = Math.max(highest, value & 0xFFFF);
        }
        byte[] codes = new byte[values.samples().length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = (byte) ((values.samples()[i] & 0xFFFF) * 255L / highest);
        }
        return new Rgb8Image(values.width(), values.height(), codes);
    }

    private static NoisePair.PngFile file(String folder, byte[] bytes, Rgb8Image thumbnail) {
        return new NoisePair.PngFile(folder, bytes, Sha256.of(bytes), thumbnail);
    }

    private static void checkNames(List<? extends NoiseSource> sources) {
        Set<String> seen = new HashSet<>();
        for (NoiseSource source : sources) {
            if (!NAME.matcher(source.name()).matches()) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "A picture's name has 1 to 120 letters, digits, spaces and \"._-\" and starts with no dot or space, got \"%s\"."
                                .formatted(source.name().replaceAll("\\p{Cntrl}", "?")));
            }
            if (!seen.add(source.name().toLowerCase(Locale.ROOT))) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "Two pictures are named \"%s\": names must differ, in more than case."
                                .formatted(source.name()));
            }
        }
    }
}
