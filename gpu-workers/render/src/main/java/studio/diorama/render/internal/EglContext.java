package studio.diorama.render.internal;

import static org.lwjgl.egl.EGL10.EGL_EXTENSIONS;
import static org.lwjgl.egl.EGL10.EGL_NONE;
import static org.lwjgl.egl.EGL10.EGL_SURFACE_TYPE;
import static org.lwjgl.egl.EGL10.eglChooseConfig;
import static org.lwjgl.egl.EGL10.eglCreateContext;
import static org.lwjgl.egl.EGL10.eglDestroyContext;
import static org.lwjgl.egl.EGL10.eglGetError;
import static org.lwjgl.egl.EGL10.eglInitialize;
import static org.lwjgl.egl.EGL10.eglMakeCurrent;
import static org.lwjgl.egl.EGL10.eglQueryString;
import static org.lwjgl.egl.EGL12.EGL_RENDERABLE_TYPE;
import static org.lwjgl.egl.EGL12.eglBindAPI;
import static org.lwjgl.egl.EGL14.EGL_OPENGL_API;
import static org.lwjgl.egl.EGL14.EGL_OPENGL_BIT;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_MAJOR_VERSION;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_MINOR_VERSION;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT;
import static org.lwjgl.egl.EGL15.EGL_CONTEXT_OPENGL_PROFILE_MASK;

import java.util.ArrayList;
import java.util.List;
import org.lwjgl.PointerBuffer;
import org.lwjgl.egl.EGL;
import org.lwjgl.opengl.GL;
import org.lwjgl.system.Configuration;
import org.lwjgl.system.JNI;
import org.lwjgl.system.MemoryStack;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;

/// An OpenGL 4.5 context without a window, current on the thread that opened it.
///
/// Displays are tried in this order: each device that EGL lists, graphics processors before software; Mesa without a
/// surface; whatever EGL takes by default. EGL's own functions are called by address where LWJGL refuses the handle 0,
/// which is how EGL spells its default display.
final class EglContext implements AutoCloseable {

    private static final int PLATFORM_DEVICE = 0x313F;
    private static final int PLATFORM_SURFACELESS = 0x31DD;
    private static final String ADVICE =
            "install EGL and a driver: on Debian the packages libegl1 and libgl1-mesa-dri, or NVIDIA's driver";

    private final long display;
    private final long context;

    private EglContext(long display, long context) {
        this.display = display;
        this.context = context;
    }

    /// @throws DioramaException with `UNAVAILABLE` if no display gives a context
    static EglContext open() {
        Configuration.OPENGL_EXPLICIT_INIT.set(true);
        List<String> refusals = new ArrayList<>();
        try {
            for (long display : displays()) {
                EglContext context = on(display, refusals);
                if (context != null) {
                    return context;
                }
            }
        } catch (LinkageError | IllegalStateException | NullPointerException e) {
            throw new DioramaException(ErrorCode.UNAVAILABLE, "OpenGL through EGL expected, none found: " + ADVICE, e);
        }
        throw new DioramaException(
                ErrorCode.UNAVAILABLE,
                "an OpenGL 4.5 context expected, got %s: %s"
                        .formatted(refusals.isEmpty() ? "no display" : String.join(", ", refusals), ADVICE));
    }

    private static List<Long> displays() {
        long platformDisplay = EGL.getFunctionProvider().getFunctionAddress("eglGetPlatformDisplay");
        List<Long> displays = new ArrayList<>();
        if (platformDisplay != 0) {
            for (long device : devices()) {
                displays.add(JNI.callPPP(PLATFORM_DEVICE, device, 0L, platformDisplay));
            }
            displays.add(JNI.callPPP(PLATFORM_SURFACELESS, 0L, 0L, platformDisplay));
        }
        displays.add(JNI.callPP(0L, EGL.getFunctionProvider().getFunctionAddress("eglGetDisplay")));
        displays.removeIf(display -> display == 0);
        return displays;
    }

    private static List<Long> devices() {
        long query = EGL.getFunctionProvider().getFunctionAddress("eglQueryDevicesEXT");
        long describe = EGL.getFunctionProvider().getFunctionAddress("eglQueryDeviceStringEXT");
        List<Long> hardware = new ArrayList<>();
        List<Long> software = new ArrayList<>();
        if (query == 0 || describe == 0) {
            return hardware;
        }
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer devices = stack.mallocPointer(16);
            int[] count = new int[1];
            JNI.callPPI(devices.remaining(), devices.address(), count, query);
            for (int i = 0; i < count[0]; i++) {
                long words = JNI.callPP(devices.get(i), EGL_EXTENSIONS, describe);
                boolean isSoftware = words != 0
                        && org.lwjgl.system.MemoryUtil.memASCII(words).contains("software");
                (isSoftware ? software : hardware).add(devices.get(i));
            }
        }
        hardware.addAll(software);
        return hardware;
    }

    private static EglContext on(long display, List<String> refusals) {
        int[] major = new int[1];
        int[] minor = new int[1];
        if (!eglInitialize(display, major, minor)) {
            refusals.add("a display that does not start");
            return null;
        }
        EGL.createDisplayCapabilities(display, major[0], minor[0]);
        String extensions = String.valueOf(eglQueryString(display, EGL_EXTENSIONS));
        if (!extensions.contains("EGL_KHR_surfaceless_context") || !eglBindAPI(EGL_OPENGL_API)) {
            refusals.add("a display without surfaceless OpenGL");
            return null;
        }
        try (MemoryStack stack = MemoryStack.stackPush()) {
            PointerBuffer config = stack.mallocPointer(1);
            int[] count = new int[1];
            int[] wanted = {EGL_SURFACE_TYPE, 0, EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_NONE};
            int[] version = {
                EGL_CONTEXT_MAJOR_VERSION,
                4,
                EGL_CONTEXT_MINOR_VERSION,
                5,
                EGL_CONTEXT_OPENGL_PROFILE_MASK,
                EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                EGL_NONE
            };
            if (!eglChooseConfig(display, wanted, config, count) || count[0] == 0) {
                refusals.add("a display without OpenGL");
                return null;
            }
            long context = eglCreateContext(display, config.get(0), 0, version);
            if (context == 0 || !eglMakeCurrent(display, 0, 0, context)) {
                refusals.add("EGL error 0x%x for version 4.5".formatted(eglGetError()));
                return null;
            }
            createGl();
            return new EglContext(display, context);
        }
    }

    private static synchronized void createGl() {
        if (GL.getFunctionProvider() == null) {
            GL.create(EGL.getFunctionProvider());
        }
        GL.createCapabilities(true);
    }

    /// Ends the context. The display stays, for EGL shares it within the process.
    @Override
    public void close() {
        GL.setCapabilities(null);
        eglMakeCurrent(display, 0, 0, 0);
        eglDestroyContext(display, context);
    }
}
