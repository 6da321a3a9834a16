package studio.diorama.models.cameranoise.flow;

import java.util.List;
import studio.diorama.tensor.Tensor;

/// K: the noise of one colour of a checkerboard and the clean picture decide the affine law of the other colour, which
/// is how spatial correlation is learnt (the masks are those of Dinh, Sohl-Dickstein, Bengio: *Real NVP*, 2017).
record CheckerboardCoupling(FlowConfig config, FlowStep step, CouplingNetwork network) implements FlowLayer {

    @Override
    public Moved forward(Tensor noise, FlowBatch batch) {
        AffineLaw law = law(noise, batch);
        return new Moved(law.forward(noise), law.logDeterminant());
    }

    @Override
    public Tensor inverse(Tensor moved, FlowBatch batch) {
        return law(moved, batch).inverse(moved);
    }

    /// An identity at the pixels that decide.
    private AffineLaw law(Tensor noise, FlowBatch batch) {
        Tensor decides = board(batch, 1 - step.parity()); // (1, 1, H, W)
        Tensor moves = board(batch, step.parity());
        Tensor clean = config.seesClean() ? batch.clean() : batch.clean().mul(0);
        Tensor seen = batch.scope().concat(List.of(noise.mul(decides), clean), 1); // (N, 6, H, W)
        AffineLaw law = network.law(seen, decides, batch, 3);
        return new AffineLaw(law.logScale().mul(moves), law.shift().mul(moves));
    }

    /// 1 where (x + y) mod 2 is `parity`.
    private static Tensor board(FlowBatch batch, int parity) {
        int height = Math.toIntExact(batch.height());
        int width = Math.toIntExact(batch.width());
        float[] board = new float[height * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                board[y * width + x] = (x + y) % 2 == parity ? 1 : 0;
            }
        }
        return batch.scope().of(board, 1, 1, height, width);
    }
}
