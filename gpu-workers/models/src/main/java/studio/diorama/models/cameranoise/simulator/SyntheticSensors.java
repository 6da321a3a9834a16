package studio.diorama.models.cameranoise.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// The invented cameras of `cameras/sensors.json`.
public final class SyntheticSensors {

    private static final String RESOURCE = "/cameras/sensors.json";

    private SyntheticSensors() {}

    public static List<SyntheticSensor> all() {
        return Holder.SENSORS;
    }

    /// Those that noise models are trained on.
    public static List<SyntheticSensor> training() {
        return of(SensorUse.TRAINING);
    }

    /// Those that no noise model is trained on.
    public static List<SyntheticSensor> heldOut() {
        return of(SensorUse.HELD_OUT);
    }

    private static List<SyntheticSensor> of(SensorUse use) {
        return all().stream().filter(sensor -> sensor.use() == use).toList();
    }

    /// @throws DioramaException naming the sensors that there are
    public static SyntheticSensor byName(String name) {
        return all().stream()
                .filter(sensor -> sensor.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new DioramaException(
                        ErrorCode.NOT_FOUND,
                        "There is no synthetic sensor \"%s\"; there are %s."
                                .formatted(
                                        name,
                                        all().stream()
                                                .map(SyntheticSensor::name)
                                                .collect(Collectors.joining(", ")))));
    }

    /// Read once, when first asked for.
    private static final class Holder {
        static final List<SyntheticSensor> SENSORS = read();

        private static List<SyntheticSensor> read() {
            try (InputStream json = SyntheticSensors.class.getResourceAsStream(RESOURCE)) {
                return JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                        .build()
                        .readValue(json, new TypeReference<List<SyntheticSensor>>() {});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
