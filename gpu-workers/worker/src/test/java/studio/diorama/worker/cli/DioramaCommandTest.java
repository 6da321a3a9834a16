package studio.diorama.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import studio.diorama.models.cameranoise.CameraProfileCodec;
import studio.diorama.models.cameranoise.simulator.SyntheticSensors;
import studio.diorama.worker.handlers.SamplePictures;

class DioramaCommandTest {

    @TempDir
    private Path folder;

    private Path photos;
    private Path profile;

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void prepare() throws IOException {
        photos = Files.createDirectories(folder.resolve("photos"));
        Files.write(photos.resolve("one.png"), SamplePictures.png(64, 48, 1));
        Files.write(photos.resolve("two.png"), SamplePictures.png(48, 64, 2));
        profile =
                Files.write(folder.resolve("own.camera.json"), CameraProfileCodec.write(SamplePictures.camera("Own")));
    }

    static Stream<String> commands() {
        return below("", new CommandLine(DioramaCommand.class));
    }

    private static Stream<String> below(String name, CommandLine command) {
        return Stream.concat(
                Stream.of(name),
                command.getSubcommands().entrySet().stream()
                        .flatMap(sub -> below((name + " " + sub.getKey()).strip(), sub.getValue())));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelp(String command) {
        Run run = run((command + " --help").strip().split(" "));
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("Usage: diorama");
    }

    @Test
    void applyWritesFilesAndOneJsonDocumentAndTheSameSeedGivesTheSameBytes() throws IOException {
        Run first = apply("a", "--json", "--dataset", folder.resolve("a.zip").toString());
        Run second = apply("b", "--json", "--dataset", folder.resolve("b.zip").toString());
        assertThat(first.status()).as(first.err()).isZero();
        assertThat(second.status()).isZero();

        JsonNode answer = new ObjectMapper().readTree(first.out());
        assertThat(answer.path("camera").asText()).isEqualTo("Own");
        assertThat(answer.path("pictures")).hasSize(2);
        for (String file : new String[] {"noisy/one.png", "clean/two.png", "level/one.png", "manifest.json"}) {
            assertThat(folder.resolve("a").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("b").resolve(file));
        }
        assertThat(folder.resolve("a.zip")).hasSameBinaryContentAs(folder.resolve("b.zip"));
        assertThat(folder.resolve("a/noisy/one.png")).isNotEmptyFile();
    }

    @Test
    void anotherSeedGivesOtherBytes() throws IOException {
        apply("a", "--seed", "1");
        apply("b", "--seed", "2");
        assertThat(Files.mismatch(folder.resolve("a/noisy/one.png"), folder.resolve("b/noisy/one.png")))
                .isNotEqualTo(-1);
        assertThat(folder.resolve("a/clean/one.png")).hasSameBinaryContentAs(folder.resolve("b/clean/one.png"));
    }

    @Test
    void nothingIsWrittenOverWithoutForce() {
        assertThat(apply("a").status()).isZero();
        Run again = apply("a");
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("not empty", "--force").doesNotContain("\tat ");
        assertThat(apply("a", "--force").status()).isZero();
    }

    @Test
    void wrongUseIsStatus2AndFailureStatus1() {
        assertThat(run("noise", "apply", "--wrong").status()).isEqualTo(2);
        assertThat(run("noise", "apply", photos.toString(), "--camera", "No such camera", "--out", "x")
                        .status())
                .isEqualTo(2);
        assertThat(apply("a", "--iso", "99999").status()).isEqualTo(2);
        assertThat(apply("a", "--bit-depth", "12").status()).isEqualTo(2);
        assertThat(apply("a", "--threads", "0").status()).isEqualTo(2);
        Run missing = run(
                "noise", "apply", "/no/such/file.png", "--iso", "400", "--profile", profile.toString(), "--out", "x");
        assertThat(missing.status()).isEqualTo(1);
        assertThat(missing.err()).contains("/no/such/file.png").hasLineCount(1);
    }

    @Test
    void whatIsWrongWithASceneIsSaidBeforeItsFirstFrame() {
        String out = folder.resolve("dataset").toString();
        Run absent = run("scene", "render", "no-such.json", "--frames", "1", "--out", out);
        assertThat(absent.status()).isEqualTo(2);
        assertThat(absent.err()).contains("no-such.json", "hello-world");
        Run layer = run("scene", "render", "hello-world", "--frames", "1", "--layers", "heat", "--out", out);
        assertThat(layer.status()).isEqualTo(2);
        assertThat(layer.err()).contains("heat", "depth");
        assertThat(run("scene", "render", "hello-world", "--frames", "0", "--out", out)
                        .status())
                .isEqualTo(2);
        assertThat(folder.resolve("dataset")).doesNotExist();
    }

    @Test
    void severalCamerasAreMixedAndEachIsNamed() throws IOException {
        Run mixed = run(
                "noise",
                "apply",
                photos.toString(),
                "--camera",
                "Aster FF",
                "--camera",
                "Dill phone",
                "--iso",
                "400-800",
                "--copies",
                "8",
                "--json",
                "--out",
                folder.resolve("mixed").toString());
        assertThat(mixed.status()).as(mixed.err()).isZero();
        JsonNode answer = new ObjectMapper().readTree(mixed.out());
        assertThat(answer.path("cameras").findValuesAsText("name")).containsExactly("Aster FF", "Dill phone");
        assertThat(answer.path("pictures")).hasSize(16);
        assertThat(answer.path("pictures").findValuesAsText("camera")).contains("Aster FF", "Dill phone");
    }

    @Test
    void aFailureIsJsonTooWhereJsonIsWanted() throws IOException {
        Files.writeString(photos.resolve("broken.png"), "no picture");
        Run run = apply("a", "--json");
        assertThat(run.status()).isEqualTo(1);
        assertThat(new ObjectMapper().readTree(run.out()).at("/error/code").asText())
                .isEqualTo("UNSUPPORTED_MEDIA");
    }

    @Test
    void simulatedPairsCanBeFitted() throws IOException {
        Run cameras = run("noise", "cameras", "--json");
        assertThat(new ObjectMapper().readTree(cameras.out()).path("cameras").isArray())
                .isTrue();

        String sensor = SyntheticSensors.all().getFirst().name();
        Path pairs = folder.resolve("pairs");
        Run simulated = run(
                "noise", "simulate", photos.toString(), "--sensor", sensor, "--iso", "400", "--out", pairs.toString());
        assertThat(simulated.status()).as(simulated.err()).isZero();
        Path out = folder.resolve("fitted.camera.json");
        Run fitted = run("noise", "fit", "--pairs", pairs.toString(), "--out", out.toString(), "--json");
        assertThat(fitted.status()).as(fitted.err()).isZero();
        assertThat(CameraProfileCodec.read("fitted", Files.readAllBytes(out)).minimumIso())
                .isEqualTo(400);
    }

    private Run apply(String out, String... more) {
        String[] fixed = {
            "noise",
            "apply",
            photos.toString(),
            "--profile",
            profile.toString(),
            "--out",
            folder.resolve(out).toString()
        };
        String[] arguments = Arrays.copyOf(fixed, fixed.length + more.length + 2);
        System.arraycopy(more, 0, arguments, fixed.length, more.length);
        boolean iso = Arrays.asList(more).contains("--iso");
        arguments[arguments.length - 2] = iso ? "--threads" : "--iso";
        arguments[arguments.length - 1] = iso ? "1" : "800";
        return run(arguments);
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = DioramaCommand.run(
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                arguments.length == 1 && arguments[0].isEmpty() ? new String[0] : arguments);
        return new Run(status, out.toString(), err.toString());
    }
}
