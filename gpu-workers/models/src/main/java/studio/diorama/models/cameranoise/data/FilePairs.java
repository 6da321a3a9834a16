package studio.diorama.models.cameranoise.data;

import java.util.List;
import java.util.SplittableRandom;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.common.Seed;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.CounterGaussian;
import studio.diorama.models.cameranoise.fit.LoadedPair;
import studio.diorama.models.cameranoise.fit.PairFile;

/// Pairs of files, each as likely as any other, decoded when drawn. Of a large picture a part is kept, so that a table
/// of pairs stays small: whole photographs of a telephone take 100 MB a pair.
public final class FilePairs implements PairSource {

    /// Longest side of what is kept, in pixels.
    static final int MOST_SIDE = 1024;

    /// Parts begin at a multiple of this, so that a JPEG's blocks stay where they were.
    private static final int BLOCK = 16;

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
        SplittableRandom random = new SplittableRandom(seed.child("part").value());
        int left = start(pair.clean().width(), random);
        int top = start(pair.clean().height(), random);
        return new ConditionedPair(
                part(pair.clean(), left, top),
                part(pair.noisy(), left, top),
                cameras.indexOf(files.camera()),
                files.iso());
    }

    private static int start(int side, SplittableRandom random) {
        return side <= MOST_SIDE ? 0 : random.nextInt((side - MOST_SIDE) / BLOCK + 1) * BLOCK;
    }

    private static Rgb8Image part(Rgb8Image picture, int left, int top) {
        int width = Math.min(MOST_SIDE, picture.width());
        int height = Math.min(MOST_SIDE, picture.height());
        if (width == picture.width() && height == picture.height()) {
            return picture;
        }
        byte[] samples = new byte[3 * width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(
                    picture.samples(), 3 * ((top + y) * picture.width() + left), samples, 3 * y * width, 3 * width);
        }
        return new Rgb8Image(width, height, samples);
    }
}
