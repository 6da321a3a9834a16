package studio.diorama.dataset.sampling;

import java.util.List;

/// A vector whose axes have distributions of their own.
///
/// @param axes one randomiser of single numbers per axis
public record PerAxis(List<Randomiser<Components>> axes) implements NumberRandomiser {

    public PerAxis {
        axes = List.copyOf(axes);
        if (axes.isEmpty()) {
            throw new IllegalArgumentException("Expected one randomiser per axis, got none");
        }
    }

    @Override
    public int dimensions() {
        return axes.size();
    }

    @Override
    public Components draw(Ticket ticket) {
        return Components.of(
                axes.stream().mapToDouble(axis -> axis.draw(ticket).single()).toArray());
    }
}
