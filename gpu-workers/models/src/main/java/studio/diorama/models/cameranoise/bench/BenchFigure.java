package studio.diorama.models.cameranoise.bench;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// One measured number beside what is aimed at.
///
/// @param name what was measured
/// @param measured the number
/// @param unit of the number and the target
/// @param atLeast whether the target is a least number, else a most
/// @param target what is aimed at
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BenchFigure(String name, double measured, String unit, boolean atLeast, double target) {

    public BenchFigure {
        requireNonNull(name, "name is null");
        requireNonNull(unit, "unit is null");
    }

    static BenchFigure atMost(String name, double measured, String unit, double target) {
        return new BenchFigure(name, measured, unit, false, target);
    }

    static BenchFigure atLeast(String name, double measured, String unit, double target) {
        return new BenchFigure(name, measured, unit, true, target);
    }

    @JsonProperty
    public boolean met() {
        return atLeast ? measured >= target : measured <= target;
    }

    String toText() {
        return String.format(
                Locale.ROOT,
                "  %-62s %8.3f %-10s target %s %.2f  %s",
                name,
                measured,
                unit,
                atLeast ? "≥" : "≤",
                target,
                met() ? "met" : "MISSED");
    }
}
