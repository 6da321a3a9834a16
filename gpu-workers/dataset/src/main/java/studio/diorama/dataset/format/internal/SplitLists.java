package studio.diorama.dataset.format.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import studio.diorama.dataset.format.LabelledFrame;
import studio.diorama.dataset.format.Split;

/// Text files with the names of each split's frames, one a line.
final class SplitLists {

    private final Path folder;
    private final Map<Split, BufferedWriter> lists = new EnumMap<>(Split.class);

    SplitLists(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder);
    }

    void add(LabelledFrame frame) throws IOException {
        BufferedWriter list = lists.get(frame.split());
        if (list == null) {
            list = Files.newBufferedWriter(folder.resolve(frame.split().folder() + ".txt"));
            lists.put(frame.split(), list);
        }
        list.write(frame.stem() + "\n");
    }

    void close() throws IOException {
        for (BufferedWriter list : lists.values()) {
            list.close();
        }
    }
}
