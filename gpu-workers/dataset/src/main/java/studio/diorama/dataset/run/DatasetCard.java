package studio.diorama.dataset.run;

import java.util.Map;
import java.util.TreeMap;
import studio.diorama.dataset.asset.SceneAsset;
import studio.diorama.dataset.asset.SceneAssets;
import studio.diorama.dataset.format.FormatReport;
import studio.diorama.dataset.report.DatasetReport;
import studio.diorama.dataset.sampling.SplitPlan;
import studio.diorama.dataset.statistics.DatasetStatistics;

/// The file `CARD.md`: what somebody who downloads a dataset should know.
final class DatasetCard {

    private DatasetCard() {}

    static String write(
            DatasetManifest manifest,
            SceneAssets assets,
            SplitPlan splits,
            DatasetStatistics statistics,
            DatasetReport report,
            Map<String, FormatReport> exports) {
        StringBuilder card = new StringBuilder();
        line(card, "# %s", manifest.scene().path("name").asText());
        line(card, "");
        line(
                card,
                "%d synthetic pictures, %d labelled objects, made by Diorama (%s).",
                statistics.pictures(),
                statistics.objects(),
                manifest.code());
        line(card, "Scene `%s`, seed %d: any frame can be made again.", manifest.sceneHash(), manifest.seed());
        line(card, "");
        line(card, "## Classes");
        line(card, "");
        line(card, "| class | objects |");
        line(card, "|---|---|");
        new TreeMap<>(statistics.classes()).forEach((name, count) -> line(card, "| %s | %d |", name, count));
        line(card, "");
        line(card, "## Layers and exports");
        line(card, "");
        line(card, "Layers: %s. Splits: %s.", String.join(", ", manifest.layers()), manifest.splits());
        if (!splits.shared().isEmpty()) {
            line(card, "Used by several splits, for want of others to choose from: %s.", splits.shared());
        }
        exports.forEach((format, written) ->
                line(card, "- `%s`: %d frames, %d objects", format, written.frames(), written.objects()));
        line(card, "");
        line(card, "## How right the labels are");
        line(card, "");
        line(
                card,
                "%d frames checked without the renderer, %d failed, %d withheld. Merkle root `%s`.",
                report.frames(),
                report.failed(),
                report.missing(),
                report.merkleRoot());
        line(card, "");
        line(card, "| identity | worst | limit | unit |");
        line(card, "|---|---|---|---|");
        report.identities()
                .forEach((name, measured) -> line(
                        card,
                        "| %s | %.3g | %s | %s |",
                        measured.words(),
                        measured.worst(),
                        measured.limit(),
                        measured.unit()));
        line(card, "");
        line(card, "Objects that were drawn and kept: %.1f %%.", 100 * report.acceptance());
        line(card, "");
        line(card, "## Licences of assets");
        line(card, "");
        for (SceneAsset asset : assets.all()) {
            line(card, "- %s: %s", asset.name(), asset.licence());
        }
        return card.toString();
    }

    private static void line(StringBuilder card, String format, Object... values) {
        card.append(String.format(java.util.Locale.ROOT, format, values)).append('\n');
    }
}
