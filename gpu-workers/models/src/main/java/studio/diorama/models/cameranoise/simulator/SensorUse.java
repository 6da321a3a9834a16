package studio.diorama.models.cameranoise.simulator;

/// What a synthetic sensor is for when a noise model is learnt.
public enum SensorUse {
    /// Models are trained on its pictures.
    TRAINING,
    /// No model sees it: it shows what a model makes of a camera it does not know.
    HELD_OUT
}
