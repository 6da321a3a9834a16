package studio.diorama.geometry;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// A movement of a model, such as `walk`.
public record Animation(String name, List<AnimationChannel> channels) {

    public Animation {
        requireNonNull(name, "name is null");
        channels = List.copyOf(channels);
    }

    /// Seconds from 0 to the last key.
    public double duration() {
        return channels.stream()
                .mapToDouble(channel -> channel.times()[channel.times().length - 1])
                .max()
                .orElse(0);
    }
}
