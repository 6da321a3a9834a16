package studio.diorama.dataset.file;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// An OpenEXR picture: named channels, row-major from the top left.
///
/// @param width pixels per row
/// @param height rows
/// @param channels sorted here by name, as the format demands
/// @param texts attributes such as a unit or a convention, by name (1 to 31 ASCII characters)
public record ExrImage(int width, int height, List<ExrChannel> channels, Map<String, String> texts) {

    public ExrImage {
        requireNonNull(channels, "channels is null");
        texts = new TreeMap<>(requireNonNull(texts, "texts is null"));
        List<ExrChannel> sorted = new ArrayList<>(channels);
        sorted.sort(Comparator.comparing(ExrChannel::name));
        channels = List.copyOf(sorted);
        if (width < 1 || height < 1 || channels.isEmpty()) {
            throw new IllegalArgumentException("at least one pixel and one channel expected, got %d × %d of %d"
                    .formatted(width, height, channels.size()));
        }
        int pixels = Math.multiplyExact(width, height);
        for (int i = 0; i < channels.size(); i++) {
            ExrChannel channel = channels.get(i);
            long last = channel.offset() + (pixels - 1L) * channel.stride();
            if (last >= channel.samples().length) {
                throw new IllegalArgumentException("channel %s ends at sample %d, its array has %d"
                        .formatted(channel.name(), last, channel.samples().length));
            }
            if (i > 0 && channel.name().equals(channels.get(i - 1).name())) {
                throw new IllegalArgumentException("two channels are called " + channel.name());
            }
        }
    }

    /// Channels over an array that holds them interleaved, pixel after pixel.
    ///
    /// @param names in the order of the array
    public static ExrImage interleaved(int width, int height, ExrType type, float[] samples, String... names) {
        List<ExrChannel> channels = new ArrayList<>(names.length);
        for (int i = 0; i < names.length; i++) {
            channels.add(new ExrChannel(names[i], type, samples, i, names.length));
        }
        return new ExrImage(width, height, channels, Map.of());
    }

    /// The channel with a name.
    ///
    /// @throws IllegalArgumentException if there is none
    public ExrChannel channel(String name) {
        return channels.stream()
                .filter(channel -> channel.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("no channel %s among %s"
                        .formatted(name, channels.stream().map(ExrChannel::name).toList())));
    }
}
