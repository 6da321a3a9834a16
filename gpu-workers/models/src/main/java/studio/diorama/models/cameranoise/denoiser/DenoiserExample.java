package studio.diorama.models.cameranoise.denoiser;

import static java.util.Objects.requireNonNull;

import java.util.List;
import studio.diorama.imaging.Rgb8Image;

/// A picture to learn from.
///
/// @param clean what should come out
/// @param noisy versions of it that go in, at least one, all of one size
public record DenoiserExample(Rgb8Image clean, List<Rgb8Image> noisy) {

    public DenoiserExample {
        requireNonNull(clean, "clean is null");
        noisy = List.copyOf(noisy);
        if (noisy.isEmpty()) {
            throw new IllegalArgumentException("at least one noisy version expected, got none");
        }
        for (Rgb8Image version : noisy) {
            if (version.width() != clean.width() || version.height() != clean.height()) {
                throw new IllegalArgumentException("noisy versions of %d × %d expected, got %d × %d"
                        .formatted(clean.width(), clean.height(), version.width(), version.height()));
            }
        }
    }
}
