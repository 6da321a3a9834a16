package studio.diorama.models.cameranoise.flow.cpu;

import java.util.HashMap;
import java.util.Map;

/// The rows that one thread works in; they grow to the widest tile and are used again.
public final class Scratch {

    private final Map<Integer, float[]> kept = new HashMap<>();

    float[] hidden = new float[0];
    float[] law = new float[0];

    /// @param halfStride floats of half a row, slack included
    void fit(int halfStride) {
        if (law.length < 7 * halfStride) {
            hidden = new float[(CompiledCoupling.MOST_WIDTH + 1) * halfStride];
            law = new float[7 * halfStride];
        }
    }

    /// What a step keeps from row to row; holds what an earlier tile left.
    float[] kept(int place, int length) {
        return kept.compute(place, (_, old) -> old == null || old.length < length ? new float[length] : old);
    }
}
