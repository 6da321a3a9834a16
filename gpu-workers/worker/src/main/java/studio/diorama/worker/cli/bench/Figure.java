package studio.diorama.worker.cli.bench;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// One measured number beside what it should be.
///
/// @param name what was measured
/// @param measured the number
/// @param unit of the number, and of target and baseline
/// @param atLeast the target is a least number, else a most; null without a target
/// @param target what is aimed at, null where nothing is
/// @param baseline the same done without the studio on the same machine, null where there is no such thing
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Figure(String name, double measured, String unit, Boolean atLeast, Double target, Double baseline) {

    public Figure {
        requireNonNull(name, "name is null");
        requireNonNull(unit, "unit is null");
        if ((atLeast == null) != (target == null)) {
            throw new IllegalArgumentException("%s: a target and its direction are expected together, got %s and %s"
                    .formatted(name, target, atLeast));
        }
    }

    public static Figure of(String name, double measured, String unit) {
        return new Figure(name, measured, unit, null, null, null);
    }

    public static Figure below(String name, double measured, String unit, double target) {
        return new Figure(name, measured, unit, false, target, null);
    }

    public static Figure least(String name, double measured, String unit, double target) {
        return new Figure(name, measured, unit, true, target, null);
    }

    Figure withBaseline(double value) {
        return new Figure(name, measured, unit, atLeast, target, value);
    }

    /// Null without a target.
    @JsonProperty
    public Boolean met() {
        if (target == null) {
            return null;
        }
        return atLeast ? measured >= target : measured < target;
    }

    String targetText() {
        if (target == null) {
            return "";
        }
        return (atLeast ? "≥ " : "< ") + number(target) + (met() ? "  met" : "  MISSED");
    }

    static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.1f" : "%,.0f", value);
    }
}
