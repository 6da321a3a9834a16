package studio.diorama.models.cameranoise.calibration;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.tensor.training.CurvePoint;

/// A training's curves as a small picture, for whoever watches it: losses thin, held-out pairs thick.
public final class CurvePicture {

    private static final int WIDTH = 512;
    private static final int HEIGHT = 288;
    private static final int MARGIN = 44;

    /// Losses of the first steps are far above all others and would flatten them.
    private static final double HIDDEN_SHARE = 0.05;

    private CurvePicture() {}

    /// @param curve at least one point with a loss
    public static Rgb8Image of(List<CurvePoint> curve) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        double[] range = range(curve);
        axes(graphics, range, curve.getLast().step());
        graphics.setColor(new Color(0x1d4fb8));
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(line(curve, point -> point.losses().get("nll"), range));
        graphics.setColor(new Color(0xb3261e));
        graphics.setStroke(new BasicStroke(2.5f));
        graphics.draw(line(curve, point -> point.figures().get("nll"), range));
        graphics.dispose();
        return rgb(picture);
    }

    private static double[] range(List<CurvePoint> curve) {
        double[] seen = curve.stream()
                .skip((long) (HIDDEN_SHARE * curve.size()))
                .flatMap(point -> point.losses().containsKey("nll")
                        ? java.util.stream.Stream.of(point.losses().get("nll"))
                        : java.util.stream.Stream.empty())
                .mapToDouble(Double::doubleValue)
                .toArray();
        double lowest = java.util.Arrays.stream(seen).min().orElse(0);
        double highest = java.util.Arrays.stream(seen).max().orElse(1);
        return new double[] {lowest, Math.max(highest, lowest + 0.01)};
    }

    private static void axes(Graphics2D graphics, double[] range, long lastStep) {
        graphics.setColor(new Color(0x80857f));
        graphics.drawLine(MARGIN, HEIGHT - MARGIN, WIDTH - 8, HEIGHT - MARGIN);
        graphics.drawLine(MARGIN, 8, MARGIN, HEIGHT - MARGIN);
        graphics.drawString(String.format(Locale.ROOT, "%.2f", range[1]), 6, 18);
        graphics.drawString(String.format(Locale.ROOT, "%.2f", range[0]), 6, HEIGHT - MARGIN);
        graphics.drawString("NLL", 6, HEIGHT / 2);
        graphics.drawString(Long.toString(lastStep), WIDTH - 56, HEIGHT - MARGIN + 18);
    }

    private static Path2D line(List<CurvePoint> curve, Function<CurvePoint, Double> value, double[] range) {
        Path2D line = new Path2D.Double();
        long last = Math.max(1, curve.getLast().step());
        for (CurvePoint point : curve) {
            Double height = value.apply(point);
            if (height == null) {
                continue;
            }
            double share = Math.clamp((height - range[0]) / (range[1] - range[0]), 0, 1);
            double x = MARGIN + (WIDTH - 8.0 - MARGIN) * point.step() / last;
            double y = HEIGHT - MARGIN - (HEIGHT - 8.0 - MARGIN) * share;
            if (line.getCurrentPoint() == null) {
                line.moveTo(x, y);
            } else {
                line.lineTo(x, y);
            }
        }
        return line;
    }

    private static Rgb8Image rgb(BufferedImage picture) {
        byte[] samples = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < samples.length; i += 3) {
            byte blue = samples[i];
            samples[i] = samples[i + 2];
            samples[i + 2] = blue;
        }
        return new Rgb8Image(WIDTH, HEIGHT, samples);
    }
}
