package studio.diorama.dataset.run;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.dataset.frame.FrameJson;
import studio.diorama.dataset.frame.FrameRecord;
import studio.diorama.render.Layer;

/// Where the files of a dataset lie: `manifest.json`, `report.json`, `stats.json`, `CARD.md`,
/// `frames/000/000017/{frame.json, main/rgb.png}`, `quarantine/`, `exports/`.
///
/// @param root the dataset's folder
public record DatasetFolder(Path root) {

    public DatasetFolder {
        requireNonNull(root, "root is null");
    }

    public Path manifest() {
        return root.resolve("manifest.json");
    }

    public Path report() {
        return root.resolve("report.json");
    }

    public Path statistics() {
        return root.resolve("stats.json");
    }

    public Path card() {
        return root.resolve("CARD.md");
    }

    public Path exports() {
        return root.resolve("exports");
    }

    public Path quarantine() {
        return root.resolve("quarantine");
    }

    /// Where unfinished frames are, out of everyone's sight.
    public Path unfinished() {
        return root.resolve(".unfinished");
    }

    /// The folder of a frame; at most a thousand frames share a parent.
    public Path frame(long frame) {
        return root.resolve("frames").resolve("%03d".formatted(frame / 1000)).resolve(name(frame));
    }

    /// Such as `000017`.
    public static String name(long frame) {
        return "%06d".formatted(frame);
    }

    /// Whether a frame is published: it is there whole, or not at all.
    public boolean hasFrame(long frame) {
        return Files.isRegularFile(frame(frame).resolve("frame.json"));
    }

    /// @throws DioramaException where the frame is absent or its file damaged
    public FrameRecord readFrame(long frame) {
        return readRecord(frame(frame));
    }

    /// @param folder of a frame, published or not
    static FrameRecord readRecord(Path folder) {
        FrameRecord record = read(folder.resolve("frame.json"), FrameRecord.class);
        if (!record.format().equals(FrameRecord.FORMAT)) {
            throw new DioramaException(
                    ErrorCode.DAMAGED,
                    "Expected a frame of the format %s, got %s.".formatted(FrameRecord.FORMAT, record.format()));
        }
        return record;
    }

    /// A layer's file within a frame's folder.
    public static Path layer(Path frameFolder, String camera, Layer layer) {
        return frameFolder.resolve(camera).resolve(LayerFiles.fileName(layer));
    }

    /// Reads one of the dataset's own records.
    ///
    /// @throws DioramaException where the file is absent or damaged
    public static <T> T read(Path file, Class<T> type) {
        try {
            JsonNode tree = FrameJson.mapper().readTree(file.toFile());
            T record = FrameJson.mapper().treeToValue(tree, type);
            if (record == null) {
                throw new DioramaException(
                        ErrorCode.DAMAGED, "The file %s of the dataset is empty.".formatted(file.getFileName()));
            }
            return record;
        } catch (JsonProcessingException e) {
            throw new DioramaException(
                    ErrorCode.DAMAGED,
                    "The file %s of the dataset is damaged: %s.".formatted(file.getFileName(), e.getOriginalMessage()),
                    e);
        } catch (IOException e) {
            throw new DioramaException(
                    ErrorCode.NOT_FOUND,
                    "Expected the file %s in the dataset's folder; it is not there.".formatted(file.getFileName()),
                    e);
        }
    }
}
