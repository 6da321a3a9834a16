package studio.diorama.render.internal;

import static java.util.Objects.requireNonNull;
import static org.lwjgl.opengl.GL45C.*;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import studio.diorama.common.DioramaException;
import studio.diorama.common.ErrorCode;
import studio.diorama.render.Camera;
import studio.diorama.render.FrameLayers;
import studio.diorama.render.Layer;
import studio.diorama.render.RenderDevice;
import studio.diorama.render.RenderOptions;
import studio.diorama.render.RenderScene;
import studio.diorama.render.Renderer;

/// A renderer with a context and a thread of its own, for a context belongs to one thread.
public final class OpenGlRenderer implements Renderer {

    private final ExecutorService thread;
    private final EglContext context;
    private final RenderDevice device;
    private final FramePass pass;

    private OpenGlRenderer(ExecutorService thread) {
        this.thread = thread;
        this.context = onThread(thread, EglContext::open);
        this.device = onThread(thread, OpenGlRenderer::describe);
        this.pass = onThread(thread, FramePass::new);
    }

    /// @throws DioramaException with `UNAVAILABLE` if no context can be had
    public static Renderer start() {
        ExecutorService thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("diorama-render").daemon().factory());
        try {
            return new OpenGlRenderer(thread);
        } catch (RuntimeException e) {
            thread.shutdown();
            throw e;
        }
    }

    private static RenderDevice describe() {
        String renderer = String.valueOf(glGetString(GL_RENDERER));
        String words = renderer.toLowerCase(Locale.ROOT);
        return new RenderDevice(
                String.valueOf(glGetString(GL_VENDOR)),
                renderer,
                String.valueOf(glGetString(GL_VERSION)),
                words.contains("llvmpipe") || words.contains("softpipe") || words.contains("swrast"));
    }

    @Override
    public FrameLayers render(RenderScene scene, Camera camera, Set<Layer> layers, RenderOptions options) {
        requireNonNull(scene, "scene is null");
        requireNonNull(camera, "camera is null");
        requireNonNull(layers, "layers is null");
        requireNonNull(options, "options is null");
        if (thread.isShutdown()) {
            throw new IllegalStateException("an open renderer expected, got a closed one");
        }
        return onThread(thread, () -> pass.render(scene, camera, layers, options));
    }

    @Override
    public RenderDevice device() {
        return device;
    }

    @Override
    public void close() {
        if (!thread.isShutdown()) {
            onThread(thread, () -> {
                pass.close();
                context.close();
                return true;
            });
            thread.shutdown();
        }
    }

    private static <T> T onThread(ExecutorService thread, Callable<T> work) {
        try {
            return thread.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DioramaException(ErrorCode.CANCELLED, "rendering was interrupted", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case Throwable failure -> throw new IllegalStateException(failure);
            }
        }
    }
}
