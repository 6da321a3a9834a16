package studio.diorama.models.cameranoise;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// How a camera turns linear light (0 to 1) into the encoded value (0 to 1) that its files hold. Strictly increasing,
/// 0 to 0 and 1 to 1.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ToneCurve.Srgb.class, name = "srgb"),
    @JsonSubTypes.Type(value = ToneCurve.Gamma.class, name = "gamma"),
    @JsonSubTypes.Type(value = ToneCurve.Table.class, name = "table")
})
public sealed interface ToneCurve {

    /// @param encoded 0 to 1
    double toLinear(double encoded);

    /// @param linear 0 to 1
    double toEncoded(double linear);

    /// IEC 61966-2-1.
    record Srgb() implements ToneCurve {

        @Override
        public double toLinear(double encoded) {
            return encoded <= 0.04045 ? encoded / 12.92 : Math.pow((encoded + 0.055) / 1.055, 2.4);
        }

        @Override
        public double toEncoded(double linear) {
            return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
        }
    }

    /// linear = encoded ^ exponent; exponent 1 makes light of the encoded values themselves.
    record Gamma(double exponent) implements ToneCurve {

        public Gamma {
            if (!(exponent >= 0.25 && exponent <= 4)) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "A gamma tone curve's exponent must be 0.25 to 4, got " + exponent + ".");
            }
        }

        @Override
        public double toLinear(double encoded) {
            return Math.pow(encoded, exponent);
        }

        @Override
        public double toEncoded(double linear) {
            return Math.pow(linear, 1 / exponent);
        }
    }

    /// @param linear linear light at equally spaced encoded values, the first 0 and the last 1; straight in between
    record Table(List<Double> linear) implements ToneCurve {

        private static final int MOST_ENTRIES = 4096;

        public Table {
            linear = List.copyOf(requireNonNull(linear, "linear is null"));
            int last = linear.size() - 1;
            if (last < 1 || last >= MOST_ENTRIES || linear.getFirst() != 0.0 || linear.getLast() != 1.0) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "A tone curve table needs 2 to %d values, the first 0 and the last 1, got %d values."
                                .formatted(MOST_ENTRIES, linear.size()));
            }
            for (int i = 1; i <= last; i++) {
                if (!(linear.get(i) > linear.get(i - 1))) {
                    throw new DioramaException(
                            ErrorCode.INVALID_INPUT,
                            "A tone curve table must rise strictly, got %s after %s at place %d."
                                    .formatted(linear.get(i), linear.get(i - 1), i));
                }
            }
        }

        @Override
        public double toLinear(double encoded) {
            double place = encoded * (linear.size() - 1);
            int below = Math.clamp((int) Math.floor(place), 0, linear.size() - 2);
            double low = linear.get(below);
            return low + (linear.get(below + 1) - low) * (place - below);
        }

        @Override
        public double toEncoded(double light) {
            int below = 0;
            int above = linear.size() - 1;
            while (above - below > 1) {
                int middle = (below + above) >>> 1;
                if (linear.get(middle) <= light) {
                    below = middle;
                } else {
                    above = middle;
                }
            }
            double low = linear.get(below);
            return (below + (light - low) / (linear.get(above) - low)) / (linear.size() - 1);
        }
    }
}
