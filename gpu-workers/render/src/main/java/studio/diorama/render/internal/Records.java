package studio.diorama.render.internal;

import java.nio.ByteBuffer;
import org.joml.Matrix4dc;
import org.joml.Vector3dc;

/// Writes numbers as shaders read them: everything is made of groups of four.
final class Records {

    static final int VEC4_BYTES = 16;

    private Records() {}

    static void vec4(ByteBuffer to, double x, double y, double z, double w) {
        to.putFloat((float) x).putFloat((float) y).putFloat((float) z).putFloat((float) w);
    }

    static void vec4(ByteBuffer to, Vector3dc v, double w) {
        vec4(to, v.x(), v.y(), v.z(), w);
    }

    static void ivec4(ByteBuffer to, int x, int y, int z, int w) {
        to.putInt(x).putInt(y).putInt(z).putInt(w);
    }

    /// The three rows of an affine matrix.
    static void rows(ByteBuffer to, Matrix4dc m) {
        vec4(to, m.m00(), m.m10(), m.m20(), m.m30());
        vec4(to, m.m01(), m.m11(), m.m21(), m.m31());
        vec4(to, m.m02(), m.m12(), m.m22(), m.m32());
    }
}
