package studio.diorama.models.cameranoise.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Locale;

/// Everything that one run of the denoiser's benchmark measured.
///
/// @param steps that every denoiser was trained for
/// @param trainingPictures clean pictures that all of them were trained on
/// @param heldOutPictures real noisy pictures that all of them were judged by
/// @param versions how often each kind of noise was drawn over each clean picture; of real noise there is one
/// @param realFlow the flow that drew
/// @param rows the noisy pictures as they came, then a denoiser for each kind of noise
/// @param targets what is aimed at
@JsonPropertyOrder("format")
public record DenoiserReport(
        long steps,
        int trainingPictures,
        int heldOutPictures,
        int versions,
        RealFlow realFlow,
        List<DenoiserRow> rows,
        List<BenchFigure> targets) {

    public DenoiserReport {
        rows = List.copyOf(rows);
        targets = List.copyOf(targets);
    }

    /// Of the JSON.
    @JsonProperty
    public String format() {
        return "diorama.denoiser-benchmark/1";
    }

    /// A table for people.
    public String toText() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "The flow: %s; %.0f s%n%nDenoisers of %d steps on %d clean pictures, judged by %d real held-out pictures:%n",
                realFlow.description(),
                realFlow.seconds(),
                steps,
                trainingPictures,
                heldOutPictures));
        text.append(DenoiserRow.HEADER).append('\n');
        rows.forEach(row -> text.append(row.toText()).append('\n'));
        text.append("  PSNR in dB over R, G, B; SSIM of the luminance, Gaussian window 11 × 11, deviation 1.5;\n");
        text.append("  unseen: pictures of scenes of which no other part was trained on\n\nTargets:\n");
        targets.forEach(one -> text.append(one.toText()).append('\n'));
        return text.toString().stripTrailing();
    }
}
