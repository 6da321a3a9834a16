package studio.diorama.models.cameranoise.flow;

/// Which colour a network's channel 0 is. Every table of a flow has its channels in this order, so it is kept in the
/// file with them.
public enum ChannelOrder {
    RGB,
    BGR;

    /// Where the network's channel lies in an interleaved RGB picture.
    ///
    /// @param channel 0 to 2, as the network counts
    public int placeInRgb(int channel) {
        return switch (this) {
            case RGB -> channel;
            case BGR -> 2 - channel;
        };
    }
}
