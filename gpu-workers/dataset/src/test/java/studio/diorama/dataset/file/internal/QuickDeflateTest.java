package studio.diorama.dataset.file.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/// What zlib's inflate makes of it is the judge.
class QuickDeflateTest {

    private final SplittableRandom random = new SplittableRandom(23);

    @Test
    void zlibUnpacksInputsOfEverySmallLength() throws DataFormatException {
        for (int length = 0; length < 600; length++) {
            byte[] same = new byte[length];
            Arrays.fill(same, (byte) 200);
            check(same);
            byte[] mixed = new byte[length];
            for (int i = 0; i < length; i++) {
                mixed[i] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : i == 0 ? 0 : mixed[i - 1]);
            }
            check(mixed);
        }
    }

    @Test
    void zlibUnpacksSeveralBlocks() throws DataFormatException {
        int length = 3 * (1 << 17) + 5;
        check(new byte[length]);
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        check(noise);
        byte[] bell = new byte[length];
        for (int i = 0; i < length; i++) {
            bell[i] = (byte) Math.round(random.nextGaussian() * 6);
        }
        byte[] packed = check(bell);
        // A Gaussian of this width has 4.63 bits of entropy: log2(6 √(2πe)).
        assertThat(packed.length * 8.0 / length).isBetween(4.63, 4.72);
    }

    @Test
    void codesAreNeverLongerThanDeflateAllows() throws DataFormatException {
        // Fibonacci's numbers as frequencies make Huffman's tree as deep as it gets: 22 levels, where 15 are allowed.
        int[] frequencies = new int[286];
        long before = 1;
        long now = 1;
        StringBuilder symbols = new StringBuilder();
        for (int symbol = 0; symbol < 23; symbol++) {
            frequencies[symbol] = (int) now;
            symbols.append(String.valueOf((char) symbol).repeat((int) Math.min(now, 20_000)));
            long sum = before + now;
            before = now;
            now = sum;
        }
        HuffmanCode code = HuffmanCode.of(frequencies, 15);
        double kraft = 0;
        for (int symbol = 0; symbol < 23; symbol++) {
            assertThat(code.lengths()[symbol]).isBetween(1, 15);
            kraft += Math.pow(2, -code.lengths()[symbol]);
        }
        assertThat(kraft).isEqualTo(1);
        byte[] shuffled = symbols.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            byte swap = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = swap;
        }
        check(shuffled);
    }

    @Test
    void codesAreAsShortAsHuffmans() {
        // Frequencies 1, 1, 2, 4: depths 3, 3, 2, 1.
        assertThat(HuffmanCode.of(new int[] {4, 1, 0, 2, 1}, 15).lengths()).containsExactly(1, 3, 0, 2, 3);
    }

    private static byte[] check(byte[] input) throws DataFormatException {
        byte[] packed = QuickDeflate.pack(input, input.length);
        Inflater inflater = new Inflater();
        inflater.setInput(packed);
        byte[] unpacked = new byte[input.length + 1];
        int size = 0;
        while (!inflater.finished() && !inflater.needsInput()) {
            size += inflater.inflate(unpacked, size, unpacked.length - size);
        }
        assertThat(inflater.finished()).isTrue();
        assertThat(inflater.getRemaining()).isZero();
        inflater.end();
        assertThat(Arrays.copyOf(unpacked, size)).isEqualTo(input);
        return packed;
    }
}
