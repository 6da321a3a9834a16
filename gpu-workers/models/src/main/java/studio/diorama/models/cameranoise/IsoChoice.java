package studio.diorama.models.cameranoise;

import java.util.OptionalInt;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.Seed;

/// Which ISO each picture of a set is given.
public sealed interface IsoChoice {

    /// @param photoName what an error calls the picture
    /// @param isoOfPhoto the ISO that the picture's file states
    /// @param imageSeed the picture's own seed
    double choose(String photoName, OptionalInt isoOfPhoto, Seed imageSeed);

    /// The same for all.
    record Fixed(double iso) implements IsoChoice {

        @Override
        public double choose(String photoName, OptionalInt isoOfPhoto, Seed imageSeed) {
            return iso;
        }
    }

    /// Drawn for each picture, evenly in the logarithm of ISO.
    ///
    /// @param lowest the lowest ISO, above 0
    /// @param highest the highest ISO, not below the lowest
    record Range(double lowest, double highest) implements IsoChoice {

        public Range {
            if (!(lowest > 0 && highest >= lowest && highest < Double.POSITIVE_INFINITY)) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "An ISO range goes from a lower to a higher positive number, got %s to %s."
                                .formatted(lowest, highest));
            }
        }

        @Override
        public double choose(String photoName, OptionalInt isoOfPhoto, Seed imageSeed) {
            double uniform = (imageSeed.child("iso").value() >>> 11) * 0x1p-53;
            return Math.clamp(lowest * Math.pow(highest / lowest, uniform), lowest, highest);
        }
    }

    /// What the picture's own file states.
    record AsInPhoto() implements IsoChoice {

        @Override
        public double choose(String photoName, OptionalInt isoOfPhoto, Seed imageSeed) {
            return isoOfPhoto.orElseThrow(() -> new DioramaException(
                    ErrorCode.INVALID_INPUT,
                    "%s states no ISO in its metadata: give an ISO or an ISO range instead of \"as in the photo\"."
                            .formatted(photoName)));
        }
    }
}
