package studio.diorama.frontend.photo;

import static studio.diorama.frontend.Words.t;

import studio.diorama.persistence.asset.AssetKind;

/// Kinds of assets in the reader's language.
final class KindWords {

    private KindWords() {}

    static String name(AssetKind kind) {
        return switch (kind) {
            case PHOTO -> t("Photos");
            case NOISY -> t("Noisy pictures");
            case CLEAN -> t("Clean pictures");
            case NOISE_LEVEL -> t("Noise levels");
            case DATASET -> t("Paired datasets");
            case CAMERA_PROFILE -> t("Camera profiles");
            case NOISE_MODEL -> t("Noise models");
            case REPORT -> t("Reports");
        };
    }
}
