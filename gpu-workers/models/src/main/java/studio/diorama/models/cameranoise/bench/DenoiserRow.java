package studio.diorama.models.cameranoise.bench;

import java.util.Locale;
import studio.diorama.models.cameranoise.denoiser.PictureQuality;

/// What a denoiser made of the held-out pictures.
///
/// @param noise what it was trained with
/// @param all mean over all held-out pictures
/// @param scenesUnseen mean over those of which no other part was trained on
/// @param trainingSeconds that its training took; 0 for the pictures as they came
public record DenoiserRow(String noise, PictureQuality all, PictureQuality scenesUnseen, double trainingSeconds) {

    static final String HEADER = String.format(
            Locale.ROOT,
            "  %-22s %8s %8s   %14s %14s  %9s",
            "trained with",
            "PSNR",
            "SSIM",
            "unseen: PSNR",
            "SSIM",
            "seconds");

    String toText() {
        return String.format(
                Locale.ROOT,
                "  %-22s %8.2f %8.4f   %14.2f %14.4f  %9.0f",
                noise,
                all.psnr(),
                all.ssim(),
                scenesUnseen.psnr(),
                scenesUnseen.ssim(),
                trainingSeconds);
    }
}
