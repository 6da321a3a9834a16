package studio.diorama.dataset.format.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers in text formats: plain decimals, never an exponent, the same on every machine.
final class Decimals {

    private Decimals() {}

    /// Rounded to at most this many digits after the point, without needless zeros.
    static String of(double value, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(digits, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.signum() == 0 ? "0" : rounded.toPlainString();
    }

    /// Numbers separated by blanks.
    static String row(int digits, double... values) {
        StringBuilder row = new StringBuilder();
        for (double value : values) {
            row.append(row.isEmpty() ? "" : " ").append(of(value, digits));
        }
        return row.toString();
    }
}
