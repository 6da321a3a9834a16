package studio.diorama.dataset.report;

import java.util.EnumMap;
import java.util.Map;

/// The largest residual of each identity in one frame.
public final class Residuals {

    private final Map<Identity, Double> worst = new EnumMap<>(Identity.class);

    /// Notes a residual; NaN is the worst of all.
    public void add(Identity identity, double residual) {
        worst.merge(identity, Double.isNaN(residual) ? Double.POSITIVE_INFINITY : residual, Math::max);
    }

    /// Those that were measured.
    public Map<Identity, Double> worst() {
        return new EnumMap<>(worst);
    }

    /// Whether every identity that was measured holds.
    public boolean hold() {
        return worst.entrySet().stream().allMatch(entry -> entry.getKey().holds(entry.getValue()));
    }

    /// The identities that fail, for people.
    public String failures() {
        StringBuilder text = new StringBuilder();
        worst.forEach((identity, residual) -> {
            if (!identity.holds(residual)) {
                text.append(text.isEmpty() ? "" : "; ")
                        .append("%s: %s %s, at most %s"
                                .formatted(identity.words(), residual, identity.unit(), identity.limit()));
            }
        });
        return text.toString();
    }
}
