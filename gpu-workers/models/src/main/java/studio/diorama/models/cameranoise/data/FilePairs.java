package studio.diorama.models.cameranoise.data;

import java.util.List;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.CounterGaussian;
import studio.diorama.models.cameranoise.fit.LoadedPair;
import studio.diorama.models.cameranoise.fit.PairFile;

/// Pairs of files, each as likely as any other, decoded when drawn.
public final class FilePairs implements PairSource {

    private final List<PairFile> pairs;
    private final List<String> cameras;
    private final boolean convert16Bit;

    /// @param pairs at least one
    /// @param convert16Bit whether pictures of 16 bits are rounded to 8 instead of refused
    public FilePairs(List<PairFile> pairs, boolean convert16Bit) {
        this(pairs, pairs.stream().map(PairFile::camera).distinct().sorted().toList(), convert16Bit);
    }

    /// @param cameras in the order of their indices, so that held-out pairs have the indices of the training pairs
    /// @throws DioramaException naming a camera of the pairs that is not among them
    public FilePairs(List<PairFile> pairs, List<String> cameras, boolean convert16Bit) {
        this.pairs = List.copyOf(pairs);
        this.cameras = List.copyOf(cameras);
        this.convert16Bit = convert16Bit;
        if (pairs.isEmpty()) {
            throw new IllegalArgumentException("at least one pair expected, got none");
        }
        for (PairFile pair : pairs) {
            if (!cameras.contains(pair.camera())) {
                throw new DioramaException(
                        ErrorCode.INVALID_INPUT,
                        "%s is of camera \"%s\"; known are %s."
                                .formatted(pair.noisy().getFileName(), pair.camera(), String.join(", ", cameras)));
            }
        }
    }

    @Override
    public List<String> cameras() {
        return cameras;
    }

    @Override
    public ConditionedPair draw(Seed seed) {
        int which = (int) Long.remainderUnsigned(CounterGaussian.bits(seed.value(), 0), pairs.size());
        PairFile files = pairs.get(which);
        LoadedPair pair = LoadedPair.of(files, convert16Bit);
        return new ConditionedPair(pair.clean(), pair.noisy(), cameras.indexOf(files.camera()), files.iso());
    }
}
