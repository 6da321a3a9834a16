package studio.diorama.models.cameranoise.flow;

import studio.diorama.imaging.Rgb8Image;

/// Two pictures, to be judged.
///
/// @param clean without noise
/// @param noisy with noise, of the same size
/// @param order in which the network counts channels
record PicturePair(Rgb8Image clean, Rgb8Image noisy, ChannelOrder order) implements FlowLikelihood.CodePair {

    @Override
    public int width() {
        return clean.width();
    }

    @Override
    public int height() {
        return clean.height();
    }

    @Override
    public float clean(int channel, int x, int y) {
        return clean.samples()[place(channel, x, y)] & 0xFF;
    }

    @Override
    public float noisy(int channel, int x, int y) {
        return noisy.samples()[place(channel, x, y)] & 0xFF;
    }

    private int place(int channel, int x, int y) {
        return 3 * (y * clean.width() + x) + order.placeInRgb(channel);
    }
}
