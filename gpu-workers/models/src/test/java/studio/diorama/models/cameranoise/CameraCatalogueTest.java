package studio.diorama.models.cameranoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import studio.diorama.common.DioramaException;
import studio.diorama.models.cameranoise.simulator.SyntheticSensor;
import studio.diorama.models.cameranoise.simulator.SyntheticSensors;

class CameraCatalogueTest {

    @Test
    void everyProfileIsThatOfASyntheticSensorOverItsWholeRange() {
        assertThat(CameraCatalogue.builtIn()).isNotEmpty();
        for (CameraProfile profile : CameraCatalogue.builtIn()) {
            SyntheticSensor sensor = SyntheticSensors.byName(profile.name());
            assertThat(profile.minimumIso()).isEqualTo(sensor.minimumIso());
            assertThat(profile.maximumIso()).isEqualTo(sensor.maximumIso());
            assertThat(profile.compression()).isEqualTo(sensor.compression());
            assertThat(profile.description()).startsWith("A simulated camera");
        }
    }

    /// Of brightness: JPEG mixes the channels, so how much belongs to which is known less well.
    @Test
    void noiseGrowsWithIso() {
        for (CameraProfile profile : CameraCatalogue.builtIn()) {
            double before = 0;
            for (IsoNoise level : profile.levels()) {
                double here = 0.299 * 0.299 * level.red().variance(0.2)
                        + 0.587 * 0.587 * level.green().variance(0.2)
                        + 0.114 * 0.114 * level.blue().variance(0.2);
                assertThat(here).as("%s at ISO %s", profile.name(), level.iso()).isGreaterThan(before);
                before = here;
            }
        }
    }

    @Test
    void unknownCameraIsRefusedNamingTheKnownOnes() {
        assertThatThrownBy(() -> CameraCatalogue.byName("Nikon"))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("\"Nikon\"")
                .hasMessageContaining("Aster FF");
    }
}
