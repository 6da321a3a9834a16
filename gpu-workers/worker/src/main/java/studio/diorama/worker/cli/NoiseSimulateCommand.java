package studio.diorama.worker.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.diorama.common.Cancellation;
import studio.diorama.common.DioramaException;
import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.NoiseSource;
import studio.diorama.models.cameranoise.simulator.PairSimulator;
import studio.diorama.models.cameranoise.simulator.SyntheticSensor;
import studio.diorama.models.cameranoise.simulator.SyntheticSensors;

/// Makes pairs with an invented sensor.
@Command(
        name = "simulate",
        description = "Makes clean and noisy pairs with a simulated sensor: shot and read noise on the raw mosaic, then"
                + " the camera's own processing. The folders are those that “noise fit” reads.")
final class NoiseSimulateCommand implements Callable<Integer> {

    @Mixin
    private Reporting reporting;

    @Parameters(arity = "1..*", paramLabel = "IN", description = "Clean pictures, or folders of them.")
    private List<Path> inputs;

    @Option(names = "--sensor", required = true, paramLabel = "NAME", description = "Which sensor.")
    private String sensorName;

    @Option(names = "--iso", required = true, split = ",", paramLabel = "N,…", description = "At which ISOs.")
    private List<Integer> isos;

    @Option(names = "--seed", defaultValue = "0", description = "What the noise is drawn from (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the folders go.")
    private Path out;

    @Option(names = "--force", description = "Write into a folder that is not empty.")
    private boolean force;

    @Override
    public Integer call() {
        SyntheticSensor sensor = sensor();
        List<NoiseSource> scenes = PictureFiles.sources(inputs);
        PairSimulator.write(
                scenes,
                sensor,
                isos,
                new Seed(seed),
                Outputs.newFolder(out, force),
                Cancellation.NEVER,
                reporting.progress());
        int pairs = scenes.size() * isos.size();
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("sensor", sensor.name());
        document.put("isos", isos);
        document.put("seed", Long.toString(seed));
        document.put("pairs", pairs);
        document.put("out", out.toString());
        reporting.answer("%d pairs of %s in %s".formatted(pairs, sensor.name(), out), document);
        return 0;
    }

    private SyntheticSensor sensor() {
        try {
            SyntheticSensor sensor = SyntheticSensors.byName(sensorName);
            isos.forEach(sensor::requireIso);
            return sensor;
        } catch (DioramaException e) {
            throw reporting.wrongUse(e.getMessage());
        }
    }
}
