package studio.diorama.models.cameranoise.flow;

import static java.util.Objects.requireNonNull;

import java.util.List;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// A camera that a flow was trained on.
///
/// @param name as profiles and jobs call it
/// @param isos the ISOs it was trained at, rising; where it was trained at all ISOs of a range, its ends and the
/// doublings of 100 in between
public record FlowCamera(String name, List<Double> isos) {

    public FlowCamera {
        requireNonNull(name, "name is null");
        isos = List.copyOf(requireNonNull(isos, "isos is null"));
        if (name.isBlank() || name.length() > 80) {
            throw new DioramaException(ErrorCode.INVALID_INPUT, "A camera's name must be 1 to 80 characters.");
        }
        if (isos.isEmpty()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT, "Camera \"%s\" needs at least one trained ISO.".formatted(name));
        }
        for (int i = 0; i < isos.size(); i++) {
            double iso = isos.get(i);
            if (!(iso >= 1 && iso <= 10_000_000) || (i > 0 && iso <= isos.get(i - 1))) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "ISOs of camera \"%s\" must be 1 to 10000000 and rise, got %s.".formatted(name, isos));
            }
        }
    }

    /// A camera that was trained at every ISO of a range.
    public static FlowCamera ofRange(String name, double lowest, double highest) {
        List<Double> isos = new java.util.ArrayList<>();
        isos.add(lowest);
        for (double iso = 25; iso < highest; iso *= 2) {
            if (iso > lowest) {
                isos.add(iso);
            }
        }
        if (highest > lowest) {
            isos.add(highest);
        }
        return new FlowCamera(name, isos);
    }

    public double minimumIso() {
        return isos.getFirst();
    }

    public double maximumIso() {
        return isos.getLast();
    }
}
