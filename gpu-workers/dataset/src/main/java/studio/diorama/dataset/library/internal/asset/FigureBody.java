package studio.diorama.dataset.library.internal.asset;

import studio.diorama.dataset.library.internal.rig.Rig;
import studio.diorama.dataset.library.internal.shape.Field;
import studio.diorama.dataset.library.internal.shape.Vec3;

/// A standing person's body and clothes as fields around the joints of a rig; arms hang away from the body.
final class FigureBody {

    private final Rig rig;
    private final double girth;

    /// @param girth how stout the person is, about 1
    FigureBody(Rig rig, double girth) {
        this.rig = rig;
        this.girth = girth;
    }

    private Vec3 at(String joint) {
        return rig.at(joint);
    }

    Field head() {
        Vec3 head = at("head");
        Field skull = Field.ellipsoid(head.plus(Vec3.at(0, 0.085, 0.012)), 0.073, 0.1, 0.09);
        Field jaw = Field.ellipsoid(head.plus(Vec3.at(0, 0.028, 0.03)), 0.054, 0.056, 0.058);
        Field cheeks = Field.ball(head.plus(Vec3.at(0.03, 0.052, 0.052)), 0.03).mirroredX();
        Field nose = Field.limb(head.plus(Vec3.at(0, 0.088, 0.096)), head.plus(Vec3.at(0, 0.056, 0.109)), 0.007, 0.011);
        Field brow = Field.limb(
                        head.plus(Vec3.at(0.012, 0.104, 0.087)), head.plus(Vec3.at(0.045, 0.103, 0.073)), 0.012, 0.01)
                .mirroredX();
        Field lips = Field.ellipsoid(head.plus(Vec3.at(0, 0.024, 0.084)), 0.023, 0.009, 0.01);
        Field ear = Field.ellipsoid(head.plus(Vec3.at(0.077, 0.073, 0.002)), 0.011, 0.031, 0.019)
                .mirroredX();
        Field neck =
                Field.limb(at("neck").plus(Vec3.at(0, -0.05, 0)), head.plus(Vec3.at(0, 0.03, 0)), 0.056 * girth, 0.051);
        Field sockets = Field.ball(head.plus(Vec3.at(0.031, 0.084, 0.1)), 0.017).mirroredX();
        return skull.and(jaw, 0.045)
                .and(cheeks, 0.03)
                .and(brow, 0.02)
                .without(sockets, 0.015)
                .and(nose, 0.014)
                .and(lips, 0.012)
                .and(ear, 0.01)
                .and(neck, 0.03);
    }

    /// Hair on the skull; `length` metres of it fall below the ears.
    Field hair(double length) {
        Vec3 head = at("head");
        Field cap = Field.ellipsoid(head.plus(Vec3.at(0, 0.096, -0.004)), 0.085, 0.107, 0.1);
        Field fall = Field.limb(
                head.plus(Vec3.at(0, 0.06, -0.035)), head.plus(Vec3.at(0, 0.03 - length, -0.06)), 0.078, 0.06);
        Field grown = length > 0.01 ? cap.and(fall, 0.05) : cap;
        return grown.within(
                Field.behind(
                        head.plus(Vec3.at(0, 0.112, 0.058)),
                        Vec3.at(0, -0.72, 0.694).normalized()),
                0.02);
    }

    Field shirt(double sleeve, double hem) {
        double g = girth;
        Field chest = Field.ellipsoid(Vec3.at(0, 1.3, -0.012), 0.152 * g, 0.17, 0.108 * g);
        Field belly = Field.ellipsoid(Vec3.at(0, 1.08, -0.002), 0.148 * g, 0.2, 0.112 * g);
        Field hips = Field.ellipsoid(Vec3.at(0, 0.93, -0.004), 0.17 * g, 0.13, 0.127 * g);
        Field shoulders = Field.limb(
                        Vec3.at(0, 1.45, -0.02), at("left_upper_arm").plus(Vec3.at(-0.018, -0.01, 0)), 0.061, 0.05)
                .mirroredX();
        Vec3 shoulder = at("left_upper_arm");
        Vec3 elbow = at("left_forearm");
        Vec3 wrist = at("left_hand");
        Vec3 end = sleeve <= 1 ? shoulder.lerp(elbow, sleeve) : elbow.lerp(wrist, sleeve - 1);
        Vec3 along = sleeve <= 1
                ? elbow.minus(shoulder).normalized()
                : wrist.minus(elbow).normalized();
        Field upper = Field.limb(shoulder, elbow, 0.057, 0.055);
        Field lower = Field.limb(elbow, wrist, 0.057, 0.044);
        Field arm = (sleeve <= 1 ? upper : upper.and(lower, 0.02)).within(Field.behind(end, along), 0.022);
        return chest.and(belly, 0.09)
                .and(hips, 0.09)
                .and(shoulders, 0.07)
                .within(Field.behind(Vec3.at(0, hem, 0), Vec3.Y.times(-1)), 0.025)
                .and(arm.mirroredX(), 0.035);
    }

    Field trousers(double hem) {
        double g = girth;
        Vec3 hip = at("left_thigh");
        Vec3 knee = at("left_shin");
        Vec3 ankle = at("left_foot");
        Field pelvis = Field.ellipsoid(Vec3.at(0, 0.955, -0.006), 0.15 * g, 0.12, 0.108 * g);
        Field seat = Field.ball(Vec3.at(0.065, 0.9, -0.045), 0.082 * g).mirroredX();
        Field thigh = Field.limb(hip.plus(Vec3.at(0, -0.03, 0)), knee, 0.088 * g, 0.066)
                .mirroredX();
        Field shin =
                Field.limb(knee, ankle.plus(Vec3.at(0, 0.02, 0)), 0.065, 0.056).mirroredX();
        return pelvis.and(seat, 0.05)
                .and(thigh, 0.022)
                .and(shin, 0.03)
                .within(Field.behind(Vec3.at(0, hem, 0), Vec3.Y.times(-1)), 0.022)
                .within(Field.behind(Vec3.at(0, 1.03, 0), Vec3.Y), 0.01);
    }

    /// The left leg below short trousers.
    Field leftShin() {
        Vec3 knee = at("left_shin");
        Vec3 ankle = at("left_foot");
        Field calf = Field.ellipsoid(knee.lerp(ankle, 0.3).plus(Vec3.at(0, 0, -0.022)), 0.042, 0.11, 0.04);
        return Field.limb(knee.plus(Vec3.at(0, 0.1, 0)), ankle.plus(Vec3.at(0, -0.01, 0)), 0.058, 0.037)
                .and(calf, 0.04);
    }

    Field leftArm() {
        Vec3 shoulder = at("left_upper_arm");
        Vec3 elbow = at("left_forearm");
        Vec3 wrist = at("left_hand");
        Vec3 down = wrist.minus(elbow).normalized();
        Vec3 front = Vec3.Z;
        Field forearm = Field.limb(elbow, wrist, 0.04, 0.026).and(Field.ball(elbow.lerp(wrist, 0.25), 0.037), 0.03);
        Field upper = Field.limb(shoulder.lerp(elbow, 0.45), elbow, 0.04, 0.041);
        Vec3 palm = wrist.plus(down.times(0.055));
        Field hand = Field.limb(palm.plus(front.times(-0.016)), palm.plus(front.times(0.018)), 0.026, 0.026);
        for (int finger = 0; finger < 4; finger++) {
            double across = -0.031 + 0.0205 * finger;
            double length = finger == 0 ? 0.062 : finger == 3 ? 0.076 : 0.088;
            Vec3 knuckle = palm.plus(front.times(across)).plus(down.times(0.022));
            Vec3 bend = Vec3.at(-0.012, 0, 0);
            hand = hand.and(Field.limb(knuckle, knuckle.plus(down.times(length)).plus(bend), 0.0115, 0.0088), 0.007);
        }
        Vec3 thumb = wrist.plus(down.times(0.03)).plus(front.times(0.026));
        hand = hand.and(Field.limb(thumb, thumb.plus(down.times(0.05)).plus(front.times(0.03)), 0.0145, 0.0095), 0.014);
        return upper.and(forearm, 0.03).and(hand, 0.03);
    }

    Field leftShoe() {
        Vec3 ankle = at("left_foot");
        double x = ankle.x();
        Field heel = Field.ellipsoid(Vec3.at(x, 0.04, ankle.z() - 0.018), 0.04, 0.05, 0.05);
        Field toe = Field.ellipsoid(Vec3.at(x + 0.008, 0.025, ankle.z() + 0.14), 0.047, 0.044, 0.07);
        Field bridge = Field.limb(
                Vec3.at(x, 0.055, ankle.z() + 0.02), Vec3.at(x + 0.005, 0.03, ankle.z() + 0.12), 0.045, 0.038);
        Field shaft = Field.limb(Vec3.at(x, 0.05, ankle.z()), Vec3.at(x, 0.1, ankle.z()), 0.04, 0.042);
        return heel.and(bridge, 0.04)
                .and(toe, 0.04)
                .and(shaft, 0.03)
                .within(Field.behind(Vec3.ORIGIN, Vec3.Y.times(-1)), 0.012);
    }
}
