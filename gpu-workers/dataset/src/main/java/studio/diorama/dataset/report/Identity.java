package studio.diorama.dataset.report;

/// What must hold in every frame, and how closely.
public enum Identity {
    /// Pixels where the class is not the instance's, where an id is in no table, where something is no number, and
    /// objects whose count or visible box is not that of their mask.
    TABLE("one class per instance, no unknown id, counts and boxes as listed, no NaN", 0, "faults"),
    /// Visible pixels outside the object's own whole mask.
    AMODAL("visible pixels lie in the whole mask", 0, "pixels"),
    /// distance = depth · |K⁻¹ (u, v, 1)|.
    DISTANCE("distance is depth times the ray's length", 1e-5, "share"),
    /// A pixel goes to the world by its depth and comes back to its centre.
    REPROJECTION("unprojected and projected again", 0.01, "pixels"),
    /// Who owns the pixel, asked of a ray caster; within 0.02 pixels of an edge (0.25 in distorted pictures) it may
    /// be another.
    RAY_INSTANCE("the ray caster sees the same instance", 0, "pixels"),
    /// How deep the pixel is, asked of a ray caster.
    RAY_DEPTH("the ray caster sees the same depth", 1e-4, "share"),
    /// Unit length of normals; half floats have three digits.
    NORMAL_LENGTH("normals have length 1", 1e-3, "length"),
    /// Median angle to the normal that the ray caster interpolates.
    NORMAL_MEDIAN("median angle to the ray caster's normal", 1, "degrees"),
    /// 95th percentile of that angle.
    NORMAL_TAIL("95th percentile of that angle", 5, "degrees"),
    /// Median angle between the triangle's plane and the slope of depth.
    SLOPE_MEDIAN("median angle between depth's slope and the surface", 1, "degrees"),
    /// Where the ray caster's point is one frame later or earlier, against the flow.
    FLOW("flow ends where the point goes", 0.05, "pixels"),
    /// Pixels whose own parts do not add up to hdr1.
    LIGHT("light is the sum of its parts", 2e-3, "share"),
    /// How far a mask sticks out of its projected 3D box.
    BOX_3D("the mask lies in the projected 3D box", 1, "pixels"),
    /// How far the whole mask sticks out of the span of its projected vertices.
    VERTICES("the whole mask lies within its vertices", 1, "pixels"),
    /// Keypoints whose visibility is not the ray caster's answer.
    KEYPOINTS("keypoints are seen as the ray caster sees them", 0, "keypoints");

    private final String words;
    private final double limit;
    private final String unit;

    Identity(String words, double limit, String unit) {
        this.words = words;
        this.limit = limit;
        this.unit = unit;
    }

    /// What it says.
    public String words() {
        return words;
    }

    /// The largest residual that passes.
    public double limit() {
        return limit;
    }

    /// What residuals are counted in.
    public String unit() {
        return unit;
    }

    /// Whether a residual passes; NaN does not.
    public boolean holds(double residual) {
        return residual <= limit;
    }
}
