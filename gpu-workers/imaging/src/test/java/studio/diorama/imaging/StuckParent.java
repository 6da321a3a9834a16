package studio.diorama.imaging;

import java.nio.file.Path;

/// A process that starts a decoder's child, tells its number and then waits in a picture that never comes.
final class StuckParent {

    private StuckParent() {}

    /// @param arguments a small picture and a pipe
    public static void main(String[] arguments) {
        DecoderProcess decoder = new DecoderProcess(DecoderSettings.DEFAULT);
        decoder.decode(Path.of(arguments[0]), ImageLimits.PHOTO);
        System.out.println(decoder.handle().orElseThrow().pid());
        decoder.decode(Path.of(arguments[1]), ImageLimits.PHOTO);
    }
}
