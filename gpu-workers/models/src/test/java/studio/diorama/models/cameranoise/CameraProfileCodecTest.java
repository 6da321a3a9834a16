package studio.diorama.models.cameranoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.diorama.common.DioramaException;
import studio.diorama.imaging.ChromaSubsampling;

class CameraProfileCodecTest {

    static List<CameraProfile> profiles() {
        return List.of(
                Profiles.srgb(),
                Profiles.camera(
                        new ToneCurve.Gamma(2.2),
                        WhiteBalance.NEUTRAL,
                        new Compression.Jpeg(85, ChromaSubsampling.YUV_444)),
                Profiles.camera(
                        new ToneCurve.Table(List.of(0.0, 0.25, 1.0)),
                        WhiteBalance.NEUTRAL,
                        new Compression.Lossless()));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void profilesSurviveTheirFile(CameraProfile profile) {
        byte[] json = CameraProfileCodec.write(profile);
        assertThat(CameraProfileCodec.read("a.camera.json", json)).isEqualTo(profile);
        assertThat(CameraProfileCodec.write(CameraProfileCodec.read("a.camera.json", json)))
                .isEqualTo(json);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"version\" : 1; \"version\" : 2; version 2",
                "\"version\" : 1; \"version\" : 1, \"colour\" : 3; colour",
                "\"version\" : 1; \"version\" : 1, \"version\" : 1; version",
                "\"version\" : 1,; ''; version",
                "\"iso\" : 400.0; \"iso\" : 50.0; must rise",
                "\"iso\" : 400.0; \"iso\" : \"400\"; levels[1].iso",
                "\"iso\" : 400.0; \"iso\" : -4; levels[1]",
                "\"shot\" : 1.0E-4; \"shot\" : -1.0E-4; Shot noise must be 0 to 1",
                "\"shot\" : 1.0E-4; \"shot\" : NaN; is not a camera profile",
                "\"shot\" : 1.0E-4; \"shot\" : null; shot",
                "\"kind\" : \"srgb\"; \"kind\" : \"java.lang.Runtime\"; toneCurve",
                "\"blue\" : 1.5; \"blue\" : 0; white balance",
            })
    void badProfilesAreRefusedSayingWhere(String good, String bad, String reason) {
        String json = new String(CameraProfileCodec.write(Profiles.srgb()), StandardCharsets.UTF_8);
        assertThat(json).contains(good);
        byte[] damaged = json.replace(good, bad).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> CameraProfileCodec.read("mine.camera.json", damaged))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("mine.camera.json")
                .hasMessageContaining(reason);
    }

    @Test
    void anythingElseIsRefused() {
        for (String text : List.of("", "null", "[]", "{}", "not json", "{\"version\":1}")) {
            assertThatThrownBy(() -> CameraProfileCodec.read("x", text.getBytes(StandardCharsets.UTF_8)))
                    .as(text)
                    .isInstanceOf(DioramaException.class);
        }
    }
}
