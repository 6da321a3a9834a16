package studio.diorama.models.cameranoise.bench;

import java.util.Locale;

/// What a flow is worth that lacks one of its parts.
///
/// @param name what is left out
/// @param parameters how many numbers training changes
/// @param negativeLogLikelihood nats per dimension of held-out patches
/// @param moments distance of draws from real noise in amount, bias and correlation; 0 is best
/// @param seconds of training
public record AblationRow(String name, int parameters, double negativeLogLikelihood, double moments, double seconds) {

    static final String HEADER = "%-44s %10s %8s %9s %8s".formatted("left out", "parameters", "NLL", "moments", "s");

    String toText() {
        return String.format(
                Locale.ROOT, "%-44s %10d %8.3f %9.4f %8.0f", name, parameters, negativeLogLikelihood, moments, seconds);
    }
}
