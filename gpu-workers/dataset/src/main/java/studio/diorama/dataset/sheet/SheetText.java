package studio.diorama.dataset.sheet;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Words on a picture in letters of 5 × 7 dots of its own, because a server may have no fonts and other machines have
/// other ones.
final class SheetText {

    /// Dots from the left edge of a letter to that of the next.
    static final int ADVANCE = 6;

    static final int HEIGHT = 7;

    /// Each letter and its seven rows, a digit of base 32 a row: 16 is the leftmost dot.
    private static final String GLYPHS = """
            A EHHVHHH B UHHUHHU C EHGGGHE D UHHHHHU E VGGUGGV F VGGUGGG G EHGNHHF H HHHVHHH I E44444E J 72222IC
            K HIKOKIH L GGGGGGV M HRLLHHH N HHPLJHH O EHHHHHE P UHHUGGG Q EHHHLID R UHHUKIH S FGGE11U T V444444
            U HHHHHHE V HHHHHA4 W HHHLLLA X HHA4AHH Y HHHA444 Z V1248GV 0 EHJLPHE 1 4C4444E 2 EH1248V 3 V2421HE
            4 26AIV22 5 VGU11HE 6 68GUHHE 7 V124888 8 EHHEHHE 9 EHHF12C . 00000CC , 0000448 : 0CC0CC0 - 000V000
            _ 000000V / 01248G0 ( 2488842 ) 8422248 % OP248J3 + 044V440 = 00V0V00 # AAVAVAA ? EH12404 ' 4480000
            """;

    private static final String UNKNOWN = "VHHHHHV";
    private static final Map<Character, String> ROWS = rows();

    private SheetText() {}

    /// Width of a text in pixels.
    static int width(String text, int size) {
        return text.length() * ADVANCE * size;
    }

    /// Draws a text with its upper left corner at a place; what lies outside the picture is cut off.
    ///
    /// @param size pixels per dot
    /// @param colour 0xRRGGBB
    static void draw(BufferedImage image, String text, int x, int y, int size, int colour) {
        String upper = text.toUpperCase(Locale.ROOT);
        for (int i = 0; i < upper.length(); i++) {
            if (upper.charAt(i) != ' ') {
                letter(image, ROWS.getOrDefault(upper.charAt(i), UNKNOWN), x + i * ADVANCE * size, y, size, colour);
            }
        }
    }

    private static void letter(BufferedImage image, String rows, int x, int y, int size, int colour) {
        for (int dot = 0; dot < 5 * HEIGHT; dot++) {
            int row = dot / 5;
            int column = dot % 5;
            if ((Character.digit(rows.charAt(row), 32) >> (4 - column) & 1) == 1) {
                square(image, x + column * size, y + row * size, size, colour);
            }
        }
    }

    private static void square(BufferedImage image, int left, int top, int size, int colour) {
        for (int y = Math.max(0, top); y < Math.min(image.getHeight(), top + size); y++) {
            for (int x = Math.max(0, left); x < Math.min(image.getWidth(), left + size); x++) {
                image.setRGB(x, y, colour);
            }
        }
    }

    private static Map<Character, String> rows() {
        Map<Character, String> rows = new HashMap<>();
        String[] words = GLYPHS.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            rows.put(words[i].charAt(0), words[i + 1]);
        }
        return rows;
    }
}
