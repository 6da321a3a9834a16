package studio.diorama.dataset.run;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.Seed;
import studio.diorama.dataset.format.LabelFormat;
import studio.diorama.dataset.format.LabelInput;
import studio.diorama.dataset.format.Split;
import studio.diorama.dataset.scene.SceneDescription;
import studio.diorama.render.Layer;
import studio.diorama.render.RenderOptions;

/// What is to be made.
///
/// @param scene what frames are drawn from
/// @param frames how many the whole dataset has
/// @param seed of all draws; 0 is as good as any
/// @param layers that are written; `rgb`, `instance` and `semantic` always are
/// @param formats exports that are written beside them
/// @param splits share of each split in percent, sum 100
/// @param options how much work colour may be; no label depends on it
/// @param check whether each frame is checked before it is published
public record DatasetRequest(
        SceneDescription scene,
        long frames,
        Seed seed,
        Set<Layer> layers,
        List<LabelFormat> formats,
        TreeMap<Split, Integer> splits,
        RenderOptions options,
        boolean check) {

    /// What other files are made of: pictures, and who owns each pixel.
    private static final Set<Layer> ALWAYS = EnumSet.of(Layer.RGB, Layer.INSTANCE, Layer.SEMANTIC);

    private static final Set<Layer> FLOW = EnumSet.of(Layer.FLOW_FWD, Layer.FLOW_BWD, Layer.FLOW_STATE);

    private static final long MOST_FRAMES = 100_000_000;

    public DatasetRequest {
        requireNonNull(scene, "scene is null");
        requireNonNull(seed, "seed is null");
        requireNonNull(options, "options is null");
        EnumSet<Layer> all = EnumSet.copyOf(ALWAYS);
        all.addAll(layers);
        layers = Set.copyOf(all);
        formats = List.copyOf(formats);
        splits = new TreeMap<>(splits);
        if (frames < 1 || frames > MOST_FRAMES) {
            throw refuse("Expected 1 to %d frames, got %d.".formatted(MOST_FRAMES, frames));
        }
        if (scene.clip().isEmpty() && layers.stream().anyMatch(FLOW::contains)) {
            throw refuse("Flow needs frames that follow each other: give the scene a \"clip\", or leave flow out.");
        }
        if (splits.values().stream().mapToInt(Integer::intValue).sum() != 100
                || splits.values().stream().anyMatch(share -> share < 0)) {
            throw refuse("Expected splits whose percents sum to 100, got %s.".formatted(splits));
        }
        for (LabelFormat format : formats) {
            format.requireInputs(inputs(layers, options));
        }
    }

    /// Layers by the names of their files; `all` are those that a single frame can have.
    ///
    /// @throws DioramaException with [ErrorCode#INVALID_INPUT] naming the layers that there are
    public static Set<Layer> layersNamed(List<String> names) {
        EnumSet<Layer> chosen = EnumSet.noneOf(Layer.class);
        for (String name : names) {
            if (name.equals("all")) {
                chosen.addAll(EnumSet.complementOf(EnumSet.copyOf(FLOW)));
            } else {
                chosen.add(Arrays.stream(Layer.values())
                        .filter(layer -> layer.fileName().equals(name))
                        .findFirst()
                        .orElseThrow(() -> refuse("There is no layer \"%s\". There are: all, %s."
                                .formatted(
                                        name,
                                        Arrays.stream(Layer.values())
                                                .map(Layer::fileName)
                                                .collect(Collectors.joining(", "))))));
            }
        }
        return chosen;
    }

    /// Everything in one split.
    public static TreeMap<Split, Integer> trainOnly() {
        TreeMap<Split, Integer> splits = new TreeMap<>();
        splits.put(Split.TRAIN, 100);
        return splits;
    }

    /// The usual request: three layers, no exports, checked.
    public static DatasetRequest of(SceneDescription scene, long frames, Seed seed, Set<Layer> layers) {
        return new DatasetRequest(scene, frames, seed, layers, List.of(), trainOnly(), RenderOptions.DEFAULT, true);
    }

    public DatasetRequest withFormats(List<LabelFormat> others) {
        return new DatasetRequest(scene, frames, seed, layers, others, splits, options, check);
    }

    public DatasetRequest withSplits(TreeMap<Split, Integer> others) {
        return new DatasetRequest(scene, frames, seed, layers, formats, others, options, check);
    }

    public DatasetRequest withOptions(RenderOptions others) {
        return new DatasetRequest(scene, frames, seed, layers, formats, splits, others, check);
    }

    private static Set<LabelInput> inputs(Set<Layer> layers, RenderOptions options) {
        EnumSet<LabelInput> inputs = EnumSet.of(LabelInput.MODELS);
        if (layers.contains(Layer.DEPTH)) {
            inputs.add(LabelInput.DEPTH);
        }
        if (options.amodalMasks()) {
            inputs.add(LabelInput.AMODAL);
        }
        return inputs;
    }

    private static DioramaException refuse(String message) {
        return new DioramaException(ErrorCode.INVALID_INPUT, message);
    }
}
