package studio.diorama.frontend;

import static studio.diorama.frontend.Words.t;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;

/// Numbers as people read them.
public final class Figures {

    private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Figures() {}

    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < BYTE_UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        NumberFormat format = NumberFormat.getInstance(Words.locale());
        format.setMaximumFractionDigits(value < 10 && unit > 0 ? 1 : 0);
        return format.format(value) + " " + BYTE_UNITS[unit];
    }

    public static String count(long number) {
        return NumberFormat.getIntegerInstance(Words.locale()).format(number);
    }

    /// A length of time in its two largest units.
    public static String time(Duration time) {
        long seconds = Math.max(0, Math.round(time.toMillis() / 1000.0));
        if (seconds < 60) {
            return t("{0} s", seconds);
        }
        if (seconds < 3600) {
            return t("{0} min {1} s", seconds / 60, seconds % 60);
        }
        return t("{0} h {1} min", count(seconds / 3600), seconds % 3600 / 60);
    }

    /// A moment, in the server's time zone.
    public static String moment(Instant moment) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
                .withLocale(Words.locale())
                .withZone(ZoneId.systemDefault())
                .format(moment);
    }
}
