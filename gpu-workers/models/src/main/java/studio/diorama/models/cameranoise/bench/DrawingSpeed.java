package studio.diorama.models.cameranoise.bench;

import java.util.Locale;

/// How fast a classical model draws.
///
/// @param model as jobs name it, or what it is compared with
/// @param bits per channel of the noisy picture
/// @param megapixelsPerSecond of processor time, on one thread, without encoding and JPEG
public record DrawingSpeed(String model, int bits, double megapixelsPerSecond) {

    String toText() {
        return String.format(Locale.ROOT, "  %-16s 8 to %2d bits  %7.1f MP/s", model, bits, megapixelsPerSecond);
    }
}
