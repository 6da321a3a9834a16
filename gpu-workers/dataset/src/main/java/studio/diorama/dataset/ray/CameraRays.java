package studio.diorama.dataset.ray;

import static java.util.Objects.requireNonNull;

import org.joml.Matrix4d;
import org.joml.Vector3d;
import studio.diorama.dataset.format.Distortion;
import studio.diorama.dataset.format.FrameCamera;
import studio.diorama.dataset.format.RigidPose;
import studio.diorama.dataset.format.Vector3;

/// The rays of a camera through places in its distorted picture. A ray's parameter is depth: z along the axis, metres.
public final class CameraRays {

    private static final int STEPS = 50;
    private static final double CLOSE = 1e-13;

    private final FrameCamera camera;
    private final Vector3d eye;
    private final RigidPose worldToCamera;

    public CameraRays(FrameCamera camera) {
        this.camera = requireNonNull(camera, "camera is null");
        this.worldToCamera = camera.worldToCamera();
        Vector3 t = worldToCamera.rotation().transposed().apply(worldToCamera.translation());
        this.eye = new Vector3d(-t.x(), -t.y(), -t.z());
    }

    public Vector3d eye() {
        return new Vector3d(eye);
    }

    /// @param u pixels from the left; the first pixel's centre is 0.5
    /// @param v pixels from the top
    public Ray through(double u, double v) {
        double[] xy = undistort((u - camera.cx()) / camera.fx(), (v - camera.cy()) / camera.fy());
        Vector3 direction = worldToCamera.rotation().transposed().apply(new Vector3(xy[0], xy[1], 1));
        return new Ray(eye, new Vector3d(direction.x(), direction.y(), direction.z()));
    }

    /// How much longer a ray is than deep: |K⁻¹ (u, v, 1)|.
    public double lengthPerDepth(double u, double v) {
        return through(u, v).direction().length();
    }

    /// Newton's iteration on the distortion, with differences for slopes.
    private double[] undistort(double x, double y) {
        Distortion d = camera.distortion();
        if (d.isNone()) {
            return new double[] {x, y};
        }
        double px = x;
        double py = y;
        for (int step = 0; step < STEPS; step++) {
            double[] here = distort(px, py);
            double ex = here[0] - x;
            double ey = here[1] - y;
            if (ex * ex + ey * ey < CLOSE * CLOSE) {
                break;
            }
            double h = 1e-6;
            double[] right = distort(px + h, py);
            double[] down = distort(px, py + h);
            double a = (right[0] - here[0]) / h;
            double b = (down[0] - here[0]) / h;
            double c = (right[1] - here[1]) / h;
            double e = (down[1] - here[1]) / h;
            double determinant = a * e - b * c;
            px -= (e * ex - b * ey) / determinant;
            py -= (a * ey - c * ex) / determinant;
        }
        return new double[] {px, py};
    }

    private double[] distort(double x, double y) {
        Distortion d = camera.distortion();
        double r2 = x * x + y * y;
        double radial = 1 + r2 * (d.k1() + r2 * (d.k2() + r2 * d.k3()));
        return new double[] {
            x * radial + 2 * d.p1() * x * y + d.p2() * (r2 + 2 * x * x),
            y * radial + d.p1() * (r2 + 2 * y * y) + 2 * d.p2() * x * y
        };
    }

    /// Camera from world, as a matrix, in OpenCV's axes.
    public Matrix4d cameraFromWorld() {
        double[] r = worldToCamera.rotation().rows();
        Vector3 t = worldToCamera.translation();
        return new Matrix4d(r[0], r[3], r[6], 0, r[1], r[4], r[7], 0, r[2], r[5], r[8], 0, t.x(), t.y(), t.z(), 1);
    }
}
