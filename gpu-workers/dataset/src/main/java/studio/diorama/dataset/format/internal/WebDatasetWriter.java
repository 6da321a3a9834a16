package studio.diorama.dataset.format.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import studio.diorama.dataset.file.ExrImage;
import studio.diorama.dataset.file.ExrType;
import studio.diorama.dataset.file.ExrWriter;
import studio.diorama.dataset.file.FastPng;
import studio.diorama.dataset.file.TarWriter;
import studio.diorama.dataset.format.LabelFormat;
import studio.diorama.dataset.format.LabelledFrame;
import studio.diorama.dataset.format.Split;

/// WebDataset: `SPLIT-NNNNNN.tar` of at most 1 GB each.
///
/// What it asks for:
/// - A sample's members have one key, which ends at the first dot of their name, and stand side by side: `000017.png`,
///   `000017.instance.png`, `000017.semantic.png`, `000017.depth.exr`, `000017.json`.
/// - Members' times are 0, so the same frames give the same bytes.
public final class WebDatasetWriter extends FolderWriter {

    /// Bytes of a shard at most.
    static final long MOST_BYTES = 1_000_000_000;

    private final long mostBytes;
    private final Map<Split, TarWriter> shards = new EnumMap<>(Split.class);
    private final Map<Split, Integer> counts = new EnumMap<>(Split.class);

    public WebDatasetWriter() {
        this(MOST_BYTES);
    }

    WebDatasetWriter(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    LabelFormat format() {
        return LabelFormat.WEBDATASET;
    }

    @Override
    void write(LabelledFrame frame) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put(".png", Files.readAllBytes(frame.image()));
        members.put(".instance.png", FastPng.ids(frame.width(), frame.height(), frame.instances(), true));
        members.put(".semantic.png", FastPng.ids(frame.width(), frame.height(), frame.classes(), false));
        if (frame.depth().isPresent()) {
            ExrImage depth = ExrImage.interleaved(
                    frame.width(), frame.height(), ExrType.FLOAT, frame.depth().get(), "Z");
            members.put(".depth.exr", ExrWriter.encode(depth));
        }
        members.put(".json", FrameJson.of(frame, info()));
        frame.objects().forEach(object -> took());
        long room = members.values().stream()
                .mapToLong(bytes -> TarWriter.room(bytes.length))
                .sum();
        TarWriter shard = shard(frame.split(), room);
        for (Map.Entry<String, byte[]> member : members.entrySet()) {
            shard.add(frame.stem() + member.getKey(), member.getValue());
        }
    }

    @Override
    void finish() throws IOException {
        for (TarWriter shard : shards.values()) {
            shard.close();
        }
    }

    /// The split's shard, or its next one if a sample no longer fits with the two blocks that end it.
    private TarWriter shard(Split split, long room) throws IOException {
        TarWriter shard = shards.get(split);
        if (shard != null && shard.size() + room + 1024 <= mostBytes) {
            return shard;
        }
        if (shard != null) {
            shard.close();
        }
        int number = counts.merge(split, 1, Integer::sum) - 1;
        Path file = folder().resolve("%s-%06d.tar".formatted(split.folder(), number));
        TarWriter next = new TarWriter(file);
        shards.put(split, next);
        return next;
    }
}
