package studio.diorama.dataset.run;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.format.Split;
import studio.diorama.render.RenderOptions;

/// The file `manifest.json`: what a dataset was asked to be. The same request resumes it; any other is refused.
///
/// @param format `diorama.dataset/1`
/// @param code version of Diorama that began it
/// @param sceneHash what the scene means
/// @param scene the scene itself
/// @param seed of all draws
/// @param frames how many there are to be
/// @param layers by name
/// @param formats by key
/// @param splits percent by name
/// @param options how much work colour was allowed to be; its seed is not used
/// @param assets SHA-256 of each asset, by its name
public record DatasetManifest(
        String format,
        String code,
        String sceneHash,
        JsonNode scene,
        long seed,
        long frames,
        List<String> layers,
        List<String> formats,
        Map<String, Integer> splits,
        RenderOptions options,
        Map<String, String> assets) {

    public static final String FORMAT = "diorama.dataset/1";

    public DatasetManifest {
        requireNonNull(format, "format is null");
        requireNonNull(code, "code is null");
        requireNonNull(sceneHash, "sceneHash is null");
        requireNonNull(scene, "scene is null");
        requireNonNull(options, "options is null");
        layers = List.copyOf(layers);
        formats = List.copyOf(formats);
        splits = new TreeMap<>(splits);
        assets = new TreeMap<>(assets);
    }

    /// The splits by their names.
    Map<Split, Integer> shares() {
        Map<Split, Integer> shares = new EnumMap<>(Split.class);
        for (Split split : Split.values()) {
            shares.put(split, splits.getOrDefault(split.folder(), 0));
        }
        return shares;
    }

    /// Checks that a folder's dataset is the one that is asked for. Formats may differ: exports are made anew.
    ///
    /// @throws DioramaException with [ErrorCode#CONFLICT] naming what differs
    void requireSame(DatasetManifest asked) {
        require("format", format, asked.format);
        require("scene", sceneHash, asked.sceneHash);
        require("seed", seed, asked.seed);
        require("frames", frames, asked.frames);
        require("splits", splits, asked.splits);
        require("layers", layers, asked.layers);
        require("render options", options, asked.options);
        require("assets", assets, asked.assets);
    }

    private static void require(String what, Object there, Object asked) {
        if (!there.equals(asked)) {
            throw new DioramaException(
                    ErrorCode.CONFLICT,
                    "The folder holds a dataset with the %s %s; asked for is %s. Use another folder, or the same request."
                            .formatted(what, there, asked));
        }
    }
}
