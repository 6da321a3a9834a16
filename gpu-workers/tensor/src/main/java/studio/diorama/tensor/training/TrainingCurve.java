package studio.diorama.tensor.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// The loss curves of a training as a file of JSON lines, one for each [CurvePoint]: appended while it runs, read at
/// the same time by whoever draws it.
public final class TrainingCurve {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;

    private TrainingCurve(Path file) {
        this.file = file;
    }

    /// Goes on with a curve, without the points after the step where training goes on.
    ///
    /// @param step how many steps the checkpoint has; 0 starts anew
    static TrainingCurve goOn(Path file, long step) {
        StringBuilder kept = new StringBuilder();
        for (CurvePoint point : read(file)) {
            if (point.step() <= step) {
                kept.append(line(point));
            }
        }
        Path beside = file.resolveSibling(file.getFileName() + ".unfinished");
        try {
            Files.writeString(beside, kept);
            Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TrainingCurve(file);
    }

    void append(CurvePoint point) {
        try {
            Files.writeString(file, line(point), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every point so far; none where there is no file. A line that is being written just now is left out.
    public static List<CurvePoint> read(Path file) {
        return readAfter(file, 0);
    }

    /// The points after a step, for a drawing that has the others already.
    public static List<CurvePoint> readAfter(Path file, long step) {
        List<CurvePoint> points = new ArrayList<>();
        if (!Files.exists(file)) {
            return points;
        }
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                CurvePoint point = parse(line);
                if (point != null && point.step() > step) {
                    points.add(point);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return points;
    }

    private static CurvePoint parse(String line) {
        try {
            return JSON.readValue(line, CurvePoint.class);
        } catch (JsonProcessingException unfinishedLine) {
            return null;
        }
    }

    private static String line(CurvePoint point) {
        try {
            return JSON.writeValueAsString(point) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
