package studio.diorama.worker.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import studio.diorama.common.DioramaException;
import studio.diorama.models.cameranoise.IsoChoice;

/// `--iso`: a number, a range, or the word `photo`.
///
/// @param choice what it means
record IsoOption(IsoChoice choice) {

    private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");

    /// From the option's text.
    static final class Converter implements ITypeConverter<IsoOption> {
        @Override
        public IsoOption convert(String text) {
            return parse(text);
        }
    }

    private static IsoOption parse(String text) {
        Matcher range = RANGE.matcher(text);
        try {
            if (text.equals("photo")) {
                return new IsoOption(new IsoChoice.AsInPhoto());
            }
            if (range.matches()) {
                return new IsoOption(
                        new IsoChoice.Range(Double.parseDouble(range.group(1)), Double.parseDouble(range.group(2))));
            }
            return new IsoOption(new IsoChoice.Fixed(Double.parseDouble(text)));
        } catch (NumberFormatException | DioramaException e) {
            throw new TypeConversionException(
                    "a number such as 1600, a range such as 800-6400 or “photo” expected, got “%s”".formatted(text));
        }
    }
}
