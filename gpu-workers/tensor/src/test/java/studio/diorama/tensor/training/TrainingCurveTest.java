package studio.diorama.tensor.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingCurveTest {

    @TempDir
    Path folder;

    @Test
    void isReadWhileItIsWritten() throws IOException {
        Path file = folder.resolve("curve.jsonl");
        assertThat(TrainingCurve.read(file)).isEmpty();
        TrainingCurve curve = TrainingCurve.goOn(file, 0);
        CurvePoint first = new CurvePoint(10, Map.of("total", 1.5), 0.1, 2, Map.of(), 3);
        CurvePoint second = new CurvePoint(20, Map.of("total", 1.25), 0.1, 2, Map.of("error", 0.5), 6);
        curve.append(first);
        curve.append(second);
        Files.writeString(file, Files.readString(file) + "{\"step\":30,\"losses\":{\"tot");
        assertThat(TrainingCurve.read(file)).containsExactly(first, second);
        assertThat(TrainingCurve.readAfter(file, 10)).containsExactly(second);
        TrainingCurve.goOn(file, 15);
        assertThat(TrainingCurve.read(file)).containsExactly(first);
        TrainingCurve.goOn(file, 0);
        assertThat(TrainingCurve.read(file)).isEmpty();
    }
}
