package studio.diorama.dataset.sheet;

import java.awt.image.BufferedImage;
import studio.diorama.dataset.format.internal.Colours;

/// One layer as a picture.
public enum LabelPicture {
    /// The colour image as it is.
    COLOUR("colour"),
    /// Visible boxes with names, 3D boxes as wires.
    BOXES("boxes"),
    /// Each object in a colour of its own over the image.
    INSTANCES("instances"),
    /// Each class in its colour.
    CLASSES("classes"),
    /// Keypoints and skeletons: filled where seen, open where hidden.
    KEYPOINTS("keypoints"),
    /// Near is bright; the background is black.
    DEPTH("depth"),
    /// x, y, z as red, green, blue around grey.
    NORMALS("normals"),
    /// Direction as hue, speed as strength, the fastest full.
    FLOW("flow");

    private final String title;

    LabelPicture(String title) {
        this.title = title;
    }

    /// What it is called on the sheet.
    public String title() {
        return title;
    }

    /// Whether there is anything to draw.
    public boolean isIn(SheetLayers layers) {
        return switch (this) {
            case COLOUR, BOXES, INSTANCES, CLASSES -> true;
            case KEYPOINTS ->
                layers.frame().objects().stream().anyMatch(o -> !o.keypoints().isEmpty());
            case DEPTH -> layers.frame().depth().isPresent();
            case NORMALS -> layers.normals().isPresent();
            case FLOW -> layers.flow().isPresent();
        };
    }

    /// The picture, as large as the frame.
    ///
    /// @throws java.util.NoSuchElementException if its layer is not there
    public BufferedImage draw(SheetLayers layers) {
        return switch (this) {
            case COLOUR -> picture(layers, i -> colour(layers, i));
            case BOXES -> {
                BufferedImage image = picture(layers, i -> colour(layers, i));
                ObjectDrawing.boxes(image, layers);
                yield image;
            }
            case INSTANCES ->
                picture(layers, i -> {
                    int instance = layers.frame().instances()[i];
                    return instance == 0 ? colour(layers, i) : mixed(colour(layers, i), Colours.of(instance));
                });
            case CLASSES -> classes(layers);
            case KEYPOINTS -> {
                BufferedImage image = picture(layers, i -> colour(layers, i));
                ObjectDrawing.keypoints(image, layers);
                yield image;
            }
            case DEPTH -> depth(layers, layers.frame().depth().orElseThrow());
            case NORMALS -> normals(layers, layers.normals().orElseThrow());
            case FLOW -> flow(layers, layers.flow().orElseThrow());
        };
    }

    @FunctionalInterface
    private interface PixelColour {
        int of(int pixel);
    }

    private static BufferedImage picture(SheetLayers layers, PixelColour colours) {
        int width = layers.frame().width();
        int height = layers.frame().height();
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = colours.of(i);
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    private static int colour(SheetLayers layers, int i) {
        byte[] rgb = layers.rgb();
        return (rgb[3 * i] & 0xFF) << 16 | (rgb[3 * i + 1] & 0xFF) << 8 | rgb[3 * i + 2] & 0xFF;
    }

    private static int mixed(int a, int b) {
        return ((a & 0xFEFEFE) >> 1) + ((b & 0xFEFEFE) >> 1);
    }

    private static BufferedImage classes(SheetLayers layers) {
        int[] colours = new int[65_536];
        layers.info().classes().forEach(known -> colours[known.id()] = known.colour());
        return picture(layers, i -> colours[layers.frame().classes()[i]]);
    }

    private static BufferedImage depth(SheetLayers layers, float[] depth) {
        float nearest = Float.MAX_VALUE;
        float farthest = 0;
        for (float metres : depth) {
            if (metres > 0 && Float.isFinite(metres)) {
                nearest = Math.min(nearest, metres);
                farthest = Math.max(farthest, metres);
            }
        }
        // Inverse depth: half of the greys lie in the nearer part, where shapes are.
        double near = 1 / (double) nearest;
        double span = Math.max(near - 1 / (double) farthest, 1e-9);
        return picture(layers, i -> {
            if (!(depth[i] > 0) || !Float.isFinite(depth[i])) {
                return 0;
            }
            int grey = (int) Math.clamp(Math.round(255 - 215 * (near - 1 / depth[i]) / span), 0, 255);
            return grey * 0x010101;
        });
    }

    private static BufferedImage normals(SheetLayers layers, float[] normals) {
        return picture(layers, i -> {
            float x = normals[3 * i];
            float y = normals[3 * i + 1];
            float z = normals[3 * i + 2];
            return x == 0 && y == 0 && z == 0 ? 0 : channel(x) << 16 | channel(y) << 8 | channel(z);
        });
    }

    private static int channel(float value) {
        return Math.clamp(Math.round(127.5f + 127.5f * value), 0, 255);
    }

    private static BufferedImage flow(SheetLayers layers, float[] flow) {
        double fastest = 1e-6;
        for (int i = 0; i + 1 < flow.length; i += 2) {
            double speed = Math.hypot(flow[i], flow[i + 1]);
            fastest = Double.isFinite(speed) ? Math.max(fastest, speed) : fastest;
        }
        double scale = 1 / fastest;
        return picture(layers, i -> {
            double speed = Math.hypot(flow[2 * i], flow[2 * i + 1]);
            if (!Double.isFinite(speed)) {
                return 0;
            }
            float hue = (float) (StrictMath.atan2(flow[2 * i + 1], flow[2 * i]) / (2 * Math.PI) + 1);
            return java.awt.Color.HSBtoRGB(hue, (float) (speed * scale), 1) & 0xFFFFFF;
        });
    }
}
