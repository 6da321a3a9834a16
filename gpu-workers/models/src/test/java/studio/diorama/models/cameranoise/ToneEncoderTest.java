package studio.diorama.models.cameranoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.diorama.common.DioramaException;

class ToneEncoderTest {

    static List<ToneCurve> curves() {
        return List.of(
                new ToneCurve.Srgb(),
                new ToneCurve.Gamma(1),
                new ToneCurve.Gamma(2.2),
                new ToneCurve.Table(List.of(0.0, 0.1, 0.3, 1.0)));
    }

    /// Equal to rounding the formula, but where the light lies within float's resolution of the border of two codes.
    @ParameterizedTest
    @MethodSource("curves")
    void eightBitCodesAreTheFormulasOwn(ToneCurve curve) {
        ToneEncoder encoder = new ToneEncoder(curve);
        for (int i = 0; i <= 1_000_000; i++) {
            float light = i / 1_000_000f;
            double exact = 255 * curve.toEncoded(light);
            assertThat(Math.abs(encoder.code8(light) - exact)).isLessThan(0.5 + 1e-4);
        }
    }

    @ParameterizedTest
    @MethodSource("curves")
    void sixteenBitCodesAreTheFormulasOwnForSrgbAndWithinOneForOthers(ToneCurve curve) {
        double farthest = curve instanceof ToneCurve.Srgb ? 0.52 : 1.5;
        ToneEncoder encoder = new ToneEncoder(curve);
        for (int i = 0; i <= 1_000_000; i++) {
            float light = i / 1_000_000f;
            double exact = 65535 * curve.toEncoded(light);
            assertThat(Math.abs(encoder.code16(light) - exact)).isLessThan(farthest);
        }
    }

    @ParameterizedTest
    @MethodSource("curves")
    void everyCodeSurvivesThereAndBack(ToneCurve curve) {
        ToneEncoder encoder = new ToneEncoder(curve);
        for (int code = 0; code < 256; code++) {
            assertThat(encoder.code8((float) curve.toLinear(code / 255.0))).isEqualTo(code);
            assertThat(curve.toEncoded(curve.toLinear(code / 255.0))).isCloseTo(code / 255.0, within(1e-6));
        }
    }

    @Test
    void lightOutsideIsClipped() {
        ToneEncoder encoder = new ToneEncoder(new ToneCurve.Srgb());
        assertThat(encoder.code8(-3)).isEqualTo(0);
        assertThat(encoder.code8(7)).isEqualTo(255);
        assertThat(encoder.code16(-3)).isEqualTo(0);
        assertThat(encoder.code16(7)).isEqualTo(65535);
    }

    @Test
    void tablesThatFallAreRefused() {
        assertThatThrownBy(() -> new ToneCurve.Table(List.of(0.0, 0.5, 0.4, 1.0)))
                .isInstanceOf(DioramaException.class)
                .hasMessageContaining("0.4 after 0.5");
    }
}
