package studio.diorama.worker.handlers;

import studio.diorama.worker.JobHandlers;
import studio.diorama.worker.internal.Services;

/// The handlers of a real worker.
public final class Handlers {

    private Handlers() {}

    public static JobHandlers all(Services services) {
        return new JobHandlers(
                new PhotoCheckHandler(services.assets()),
                new CameraNoiseHandler(services.config().version()),
                new CameraNoiseFitHandler(services.config().version()),
                new CameraNoiseTrainHandler(),
                new CameraNoiseScoreHandler());
    }
}
