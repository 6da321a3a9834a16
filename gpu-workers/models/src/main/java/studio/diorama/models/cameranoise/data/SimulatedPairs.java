package studio.diorama.models.cameranoise.data;

import java.util.List;
import java.util.SplittableRandom;
import studio.diorama.common.Seed;
import studio.diorama.imaging.JpegRoundTrip;
import studio.diorama.imaging.Rgb16Image;
import studio.diorama.imaging.Rgb8Image;
import studio.diorama.models.cameranoise.Compression;
import studio.diorama.models.cameranoise.simulator.CameraSimulator;
import studio.diorama.models.cameranoise.simulator.SyntheticSensor;

/// Scenes of our own, photographed by synthetic sensors: every pair is new, and none is anybody's photograph.
///
/// Every sensor is as likely as any other; ISO is even in its logarithm over what the range and the sensor have in
/// common.
public final class SimulatedPairs implements PairSource {

    private final List<SyntheticSensor> sensors;
    private final List<CameraSimulator> cameras;
    private final int minimumIso;
    private final int maximumIso;
    private final int side;
    private final boolean compressed;

    /// @param sensors in the order of their indices
    /// @param minimumIso at least this; every sensor reaches some of the range
    /// @param maximumIso at most this
    /// @param side pixels of a picture's sides
    /// @param compressed whether pictures go through the sensor's JPEG, where it writes one; the clean one too, as
    /// the mean of many shots has: what JPEG does to a scene without noise is no noise
    public SimulatedPairs(List<SyntheticSensor> sensors, int minimumIso, int maximumIso, int side, boolean compressed) {
        this.sensors = List.copyOf(sensors);
        this.cameras = sensors.stream().map(CameraSimulator::new).toList();
        this.minimumIso = minimumIso;
        this.maximumIso = maximumIso;
        this.side = side;
        this.compressed = compressed;
        if (sensors.isEmpty() || side < 1) {
            throw new IllegalArgumentException(
                    "sensors and a side expected, got %d and %d".formatted(sensors.size(), side));
        }
        for (SyntheticSensor sensor : sensors) {
            if (Math.max(minimumIso, sensor.minimumIso()) > Math.min(maximumIso, sensor.maximumIso())) {
                sensor.requireIso(minimumIso);
                sensor.requireIso(maximumIso);
                throw new IllegalArgumentException("ISO %d to %d is no range".formatted(minimumIso, maximumIso));
            }
        }
    }

    @Override
    public List<String> cameras() {
        return sensors.stream().map(SyntheticSensor::name).toList();
    }

    @Override
    public ConditionedPair draw(Seed seed) {
        SplittableRandom random = new SplittableRandom(seed.child("condition").value());
        int camera = random.nextInt(sensors.size());
        SyntheticSensor sensor = sensors.get(camera);
        double lowest = Math.log(Math.max(minimumIso, sensor.minimumIso()));
        double highest = Math.log(Math.min(maximumIso, sensor.maximumIso()));
        double iso = Math.clamp(
                Math.exp(lowest + (highest - lowest) * random.nextDouble()), sensor.minimumIso(), sensor.maximumIso());
        Rgb16Image scene = ProceduralScene.render(side, side, seed.child("scene"));
        Rgb8Image noisy = cameras.get(camera).noisy(scene, iso, seed.child("noise"));
        Rgb8Image clean = cameras.get(camera).clean(scene);
        return new ConditionedPair(stored(clean, sensor), stored(noisy, sensor), camera, iso);
    }

    private Rgb8Image stored(Rgb8Image noisy, SyntheticSensor sensor) {
        return switch (sensor.compression()) {
            case Compression.Jpeg jpeg
            when compressed -> JpegRoundTrip.apply(noisy, jpeg.quality(), jpeg.subsampling());
            case Compression.Jpeg _, Compression.Lossless _ -> noisy;
        };
    }
}
