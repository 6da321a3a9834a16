package studio.diorama.models.cameranoise.fit;

import static java.util.Objects.requireNonNull;

import java.util.List;
import studio.diorama.imaging.PhotoReader;
import studio.diorama.models.cameranoise.Provenance;
import studio.diorama.models.cameranoise.ToneCurve;
import studio.diorama.models.cameranoise.WhiteBalance;

/// What to fit.
///
/// @param name of the profile
/// @param description of the profile
/// @param provenance goes into the profile as it is
/// @param pairs of one camera, any number of ISOs
/// @param toneCurve how the camera's files encode light
/// @param estimateToneCurve whether a tone curve is sought in the noise itself where the given one fits badly, and
/// kept where it fits better
/// @param whiteBalance of the pictures; neutral where unknown, the fitted parameters then contain it
/// @param convert16Bit whether pictures of 16 bits are rounded to 8 instead of refused
/// @param reader of the pairs' files
/// @param threads how many threads the model runs on; the result does not depend on it
public record FitRequest(
        String name,
        String description,
        Provenance provenance,
        List<PairFile> pairs,
        ToneCurve toneCurve,
        boolean estimateToneCurve,
        WhiteBalance whiteBalance,
        boolean convert16Bit,
        PhotoReader reader,
        int threads) {

    public FitRequest {
        requireNonNull(name, "name is null");
        requireNonNull(description, "description is null");
        requireNonNull(provenance, "provenance is null");
        requireNonNull(toneCurve, "toneCurve is null");
        requireNonNull(whiteBalance, "whiteBalance is null");
        requireNonNull(reader, "reader is null");
        pairs = List.copyOf(pairs);
    }

    /// sRGB files or nearly so, white balance unknown, 8 bits, read in this process, one thread.
    public static FitRequest of(String name, String description, Provenance provenance, List<PairFile> pairs) {
        return new FitRequest(
                name,
                description,
                provenance,
                pairs,
                new ToneCurve.Srgb(),
                true,
                WhiteBalance.NEUTRAL,
                false,
                PhotoReader.HERE,
                1);
    }

    /// This curve and no other.
    public FitRequest withToneCurve(ToneCurve curve) {
        return new FitRequest(
                name, description, provenance, pairs, curve, false, whiteBalance, convert16Bit, reader, threads);
    }

    public FitRequest withThreads(int count) {
        return new FitRequest(
                name,
                description,
                provenance,
                pairs,
                toneCurve,
                estimateToneCurve,
                whiteBalance,
                convert16Bit,
                reader,
                count);
    }

    public FitRequest with16BitConversion(boolean wanted) {
        return new FitRequest(
                name,
                description,
                provenance,
                pairs,
                toneCurve,
                estimateToneCurve,
                whiteBalance,
                wanted,
                reader,
                threads);
    }

    public FitRequest withReader(PhotoReader given) {
        return new FitRequest(
                name,
                description,
                provenance,
                pairs,
                toneCurve,
                estimateToneCurve,
                whiteBalance,
                convert16Bit,
                given,
                threads);
    }
}
