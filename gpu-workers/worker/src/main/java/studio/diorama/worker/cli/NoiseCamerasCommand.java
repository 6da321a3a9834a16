package studio.diorama.worker.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import studio.diorama.models.cameranoise.NoiseCameras;

/// Lists the built-in cameras.
@Command(name = "cameras", description = "Lists the built-in cameras with their ISO ranges.")
final class NoiseCamerasCommand implements Callable<Integer> {

    @Mixin
    private Reporting reporting;

    @Override
    public Integer call() {
        List<NoiseCameras.Offered> cameras = NoiseCameras.all();
        String text = cameras.stream()
                .map(camera -> "%-24s ISO %.0f to %.0f  (%s)%n    %s"
                        .formatted(
                                camera.name(),
                                camera.minimumIso(),
                                camera.maximumIso(),
                                String.join(", ", camera.models()),
                                camera.description()))
                .collect(Collectors.joining(System.lineSeparator()));
        reporting.answer(
                text,
                Map.of(
                        "cameras",
                        cameras.stream().map(NoiseCamerasCommand::described).toList()));
        return 0;
    }

    private static Map<String, Object> described(NoiseCameras.Offered camera) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", camera.name());
        described.put("description", camera.description());
        described.put("minimumIso", camera.minimumIso());
        described.put("maximumIso", camera.maximumIso());
        described.put("models", camera.models());
        return described;
    }
}
