package studio.diorama.dataset.sampling;

import java.util.ArrayList;
import java.util.List;

/// The smallest and largest numbers that a randomiser can give, so that impossible ranges are refused before frame 0.
public final class Extremes {

    private Extremes() {}

    /// Vectors between whose axes every draw lies.
    public static List<Components> of(Randomiser<Components> randomiser) {
        return switch (randomiser) {
            case Constant<Components> constant -> List.of(constant.value());
            case Choice<Components> choice ->
                choice.portions().stream()
                        .flatMap(portion -> of(portion.value()).stream())
                        .toList();
            case Uniform uniform -> List.of(uniform.low(), uniform.high());
            case UniformInt whole -> List.of(Components.of(whole.low()), Components.of(whole.high()));
            case LogUniform octaves -> List.of(octaves.low(), octaves.high());
            case Normal normal -> List.of(normal.low(), normal.high());
            case PerAxis vector -> List.of(bound(vector, true), bound(vector, false));
        };
    }

    /// The largest first axis.
    public static double largest(Randomiser<Components> randomiser) {
        return of(randomiser).stream().mapToDouble(value -> value.get(0)).max().orElseThrow();
    }

    private static Components bound(PerAxis vector, boolean lower) {
        List<Double> bounds = new ArrayList<>();
        for (Randomiser<Components> axis : vector.axes()) {
            List<Double> values =
                    of(axis).stream().map(Components::single).sorted().toList();
            bounds.add(lower ? values.getFirst() : values.getLast());
        }
        return new Components(bounds);
    }
}
