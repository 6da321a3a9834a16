package studio.diorama.models.cameranoise.flow;

import java.util.concurrent.ConcurrentLinkedQueue;
import studio.diorama.common.Cancellation;
import studio.diorama.common.ProgressSink;
import studio.diorama.common.Seed;
import studio.diorama.models.cameranoise.CounterGaussian;
import studio.diorama.models.cameranoise.ParallelBlocks;
import studio.diorama.models.cameranoise.flow.cpu.Area;
import studio.diorama.models.cameranoise.flow.cpu.CompiledFlow;
import studio.diorama.models.cameranoise.flow.cpu.Scratch;
import studio.diorama.models.cameranoise.flow.cpu.Tile;

/// Draws noise tile by tile. A tile takes its halo along, base numbers belong to places, and the engine adds up in one
/// fixed order, so tiles of any size, on any number of threads, give the bits of the whole.
///
/// @param flow for one camera and ISO
/// @param order of the flow's channels
/// @param borders what the convolutions take for the picture's border
/// @param temperature what base numbers are multiplied by
record FlowSampler(CompiledFlow flow, ChannelOrder order, Borders borders, double temperature) {

    /// Large, because the halo is worked out anew; small enough that several threads have work.
    private static final int TILE_WIDTH = 512;

    private static final int TILE_HEIGHT = 512;

    /// What the convolutions take for the picture's border.
    public enum Borders {
        /// The picture's own.
        PICTURE(TILE_WIDTH, TILE_HEIGHT),
        /// As released: squares of 32 pixels, each with borders of its own, whose seams can be seen.
        SQUARES_OF_32(32, 32);

        private final int width;
        private final int height;

        Borders(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /// The clean picture, as the flow wants it.
    interface Clean {

        /// @param place of the channel in R, G, B
        /// @param x of the first pixel
        /// @param row gets clean values, the middle of code k of 8 bits being (k + 0.5) / 256
        void read(int place, int x, int y, float[] row);
    }

    /// Where noisy values go; called for every row of every tile once, from several threads.
    interface Noisy {

        /// @param x of the first pixel
        /// @param row clean and noise together, on the scale of [Clean]
        void write(int place, int x, int y, float[] row);
    }

    /// @param picture where the given picture lies in the whole one
    void draw(
            Area picture,
            Seed seed,
            Clean clean,
            Noisy noisy,
            int threads,
            Cancellation cancellation,
            ProgressSink progress) {
        int columns = tiles(picture.left(), picture.right(), borders.width);
        int rows = tiles(picture.top(), picture.bottom(), borders.height);
        int firstColumn = Math.floorDiv(picture.left(), borders.width);
        int firstRow = Math.floorDiv(picture.top(), borders.height);
        ConcurrentLinkedQueue<Workplace> workplaces = new ConcurrentLinkedQueue<>();
        ParallelBlocks.run(rows * columns, threads, cancellation, progress, "drawing noise", index -> {
            Workplace workplace = workplaces.poll();
            if (workplace == null) {
                workplace = new Workplace(new Tile(), new Scratch());
            }
            int left = (firstColumn + index % columns) * borders.width;
            int top = (firstRow + index / columns) * borders.height;
            Area core = new Area(
                    Math.max(left, picture.left()),
                    Math.max(top, picture.top()),
                    Math.min(left + borders.width, picture.right()),
                    Math.min(top + borders.height, picture.bottom()));
            Tile tile = workplace.tile();
            switch (borders) {
                case PICTURE -> tile.reset(picture, core, flow.halo());
                case SQUARES_OF_32 -> tile.reset(core, core, 0);
            }
            fill(tile, seed, clean);
            flow.inverse(tile, workplace.scratch());
            read(tile, noisy);
            workplaces.add(workplace);
        });
    }

    /// What a thread works in, kept for its next tile.
    private record Workplace(Tile tile, Scratch scratch) {}

    private static int tiles(int first, int end, int size) {
        return Math.floorDiv(end - 1, size) - Math.floorDiv(first, size) + 1;
    }

    private void fill(Tile tile, Seed seed, Clean clean) {
        Area whole = tile.whole();
        float[] row = new float[whole.width()];
        float factor = (float) temperature;
        for (int y = whole.top(); y < whole.bottom(); y++) {
            long key = CounterGaussian.rowKey(seed, y);
            for (int channel = 0; channel < 3; channel++) {
                long place = 3L * whole.left() + channel;
                for (int i = 0; i < row.length; i++) {
                    row[i] = factor * CounterGaussian.at(key, place + 3L * i);
                }
                tile.putNoise(channel, y, row);
                clean.read(order.placeInRgb(channel), whole.left(), y, row);
                tile.putClean(channel, y, row);
            }
        }
    }

    private void read(Tile tile, Noisy noisy) {
        Area core = tile.core();
        float[] row = new float[core.width()];
        for (int y = core.top(); y < core.bottom(); y++) {
            for (int channel = 0; channel < 3; channel++) {
                tile.noisy(channel, y, row);
                noisy.write(order.placeInRgb(channel), core.left(), y, row);
            }
        }
    }
}
