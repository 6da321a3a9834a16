package studio.diorama.frontend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every text of the pages has its German, and the German has nothing else.
class WordsTest {

    private static final String LITERAL = "\"((?:[^\"\\\\]|\\\\.)*)\"";

    /// `t("…" + "…"`: a text may be broken over several literals.
    private static final Pattern CALL = Pattern.compile("\\bt\\(\\s*(" + LITERAL + "(?:\\s*\\+\\s*" + LITERAL + ")*)");

    private static final Pattern ANY_CALL = Pattern.compile("\\bt\\((?!String )");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");

    @Test
    void everyTextHasItsGerman() {
        assertThat(german().keySet()).containsAll(texts().keySet());
    }

    @Test
    void germanHasNothingThatNoPageSays() {
        assertThat(texts().keySet()).containsAll(german().keySet());
    }

    @Test
    void germanHasTheSamePlaceholders() {
        german().forEach((english, words) ->
                assertThat(placeholders(words)).as(english).isEqualTo(placeholders(english)));
    }

    @Test
    void everyTextIsALiteral() {
        Map<String, Long> other = new TreeMap<>();
        sources().forEach((file, source) -> {
            long calls = ANY_CALL.matcher(source).results().count();
            long literals = CALL.matcher(source).results().count();
            if (calls != literals) {
                other.put(file, calls - literals);
            }
        });
        assertThat(other).as("calls of t(…) with something else than a literal").isEmpty();
    }

    @Test
    void textsBrokenOverLinesAreFound() {
        assertThat(textsOf("x = t(\"One\"\n   + \" \\\"two\\\"\", 3); y = list(\"no text\");"))
                .containsExactly("One \"two\"");
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        sources().forEach((file, source) -> textsOf(source).forEach(text -> texts.put(text, file)));
        assertThat(texts).as("texts in the sources").hasSizeGreaterThan(100);
        return texts;
    }

    private static List<String> textsOf(String source) {
        return CALL.matcher(source).results().map(call -> joined(call.group(1))).toList();
    }

    private static String joined(String literals) {
        Matcher matcher = Pattern.compile(LITERAL).matcher(literals);
        return matcher.results()
                .map(literal -> literal.group(1).translateEscapes())
                .collect(Collectors.joining());
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> german() {
        try (Reader file =
                Files.newBufferedReader(main().resolve("resources/studio/diorama/frontend/words_de.properties"))) {
            PropertyResourceBundle bundle = new PropertyResourceBundle(file);
            return bundle.keySet().stream().collect(Collectors.toMap(key -> key, bundle::getString));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> sources() {
        Path root = main().resolve("java");
        try (Stream<Path> files = Files.walk(root)) {
            Map<String, String> sources = new TreeMap<>();
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.put(root.relativize(file).toString(), Files.readString(file));
            }
            return sources;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The frontend's sources, whichever folder of the repository the tests run in.
    private static Path main() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            Path main = folder.resolve("frontend/src/main");
            if (Files.isDirectory(main)) {
                return main;
            }
        }
        throw new IllegalStateException("The folder frontend/src/main was expected above "
                + Path.of("").toAbsolutePath() + ". Run the tests within the repository.");
    }
}
