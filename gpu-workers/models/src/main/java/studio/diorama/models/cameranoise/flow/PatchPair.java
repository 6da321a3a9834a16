package studio.diorama.models.cameranoise.flow;

import studio.diorama.models.cameranoise.data.PatchBatch;

/// One patch of a batch, to be judged.
///
/// @param batch the patches, R, G, B
/// @param patch which one
/// @param order in which the network counts channels
record PatchPair(PatchBatch batch, int patch, ChannelOrder order) implements FlowLikelihood.CodePair {

    static FlowCondition condition(PatchBatch batch, int patch) {
        return new FlowCondition(batch.camera()[patch], batch.iso()[patch]);
    }

    @Override
    public int width() {
        return batch.size();
    }

    @Override
    public int height() {
        return batch.size();
    }

    @Override
    public float clean(int channel, int x, int y) {
        return batch.clean()[place(channel, x, y)];
    }

    @Override
    public float noisy(int channel, int x, int y) {
        return batch.noisy()[place(channel, x, y)];
    }

    private int place(int channel, int x, int y) {
        return ((3 * patch + order.placeInRgb(channel)) * batch.size() + y) * batch.size() + x;
    }
}
