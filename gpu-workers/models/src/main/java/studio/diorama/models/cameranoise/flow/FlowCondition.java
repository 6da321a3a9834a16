package studio.diorama.models.cameranoise.flow;

import java.util.List;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// Which of a flow's cameras, at which ISO.
///
/// @param camera index in the flow's list
/// @param iso any number above 0; whether the flow serves it is [#requireServedBy]'s question
public record FlowCondition(int camera, double iso) {

    public FlowCondition {
        if (camera < 0 || !(iso > 0 && iso < Double.POSITIVE_INFINITY)) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "A camera's index must not be negative and ISO must be above 0, got %d and %s."
                            .formatted(camera, iso));
        }
    }

    /// t = log2(ISO/100)/5: 0 at ISO 100, 1 at ISO 3200.
    public double exposureSteps() {
        return Math.log(iso / 100) / Math.log(2) / 5;
    }

    /// @throws DioramaException where the camera was not trained at such an ISO: nothing is extrapolated
    public void requireServedBy(FlowConfig config) {
        if (camera >= config.cameras().size()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "The noise flow has %d cameras, got camera number %d."
                            .formatted(config.cameras().size(), camera));
        }
        FlowCamera known = config.cameras().get(camera);
        if (iso < known.minimumIso() || iso > known.maximumIso()) {
            throw new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "The noise flow knows camera \"%s\" from ISO %.0f to ISO %.0f, got ISO %.0f. Choose an ISO in that range, or train at this ISO too."
                            .formatted(known.name(), known.minimumIso(), known.maximumIso(), iso));
        }
    }

    /// How the tables of `paper` are read at an ISO between two trained rows: straight in log2 ISO, as ours extends
    /// them.
    ///
    /// @param below index, in the tables' ISOs, of the camera's trained ISO below or at this one
    /// @param above index of its next trained ISO; the same where this one is trained
    /// @param weightAbove 0 to 1
    public record TablePlace(int below, int above, double weightAbove) {}

    /// @throws DioramaException where the camera was not trained at such an ISO
    public TablePlace tablePlace(FlowConfig config) {
        requireServedBy(config);
        List<Double> trained = config.cameras().get(camera).isos();
        int place = 0;
        while (place + 1 < trained.size() && trained.get(place + 1) <= iso) {
            place++;
        }
        int below = config.tableIsos().indexOf(trained.get(place));
        if (trained.get(place) == iso || place + 1 == trained.size()) {
            return new TablePlace(below, below, 0);
        }
        double weight = Math.log(iso / trained.get(place)) / Math.log(trained.get(place + 1) / trained.get(place));
        return new TablePlace(below, config.tableIsos().indexOf(trained.get(place + 1)), weight);
    }

    /// Whether this is between trained ISOs, so that a table is interpolated.
    public boolean isInterpolated(FlowConfig config) {
        return config.preset() == FlowPreset.PAPER && tablePlace(config).weightAbove() > 0;
    }
}
