package studio.diorama.render;

/// How much work a frame may be. None of it changes a label.
///
/// @param supersampling n: colour has n × n samples a pixel; odd, so that one is the pixel's centre
/// @param shadeEverySample whether each of them is shaded by itself; otherwise neighbours on the same smooth surface
/// share their light, which is several times as fast
/// @param subFrames moments and lens points that are averaged where the lens blurs, 1..64
/// @param shadowMapSide texels along a side of each shadow map
/// @param ambientOcclusion whether near surfaces darken the light from all around
/// @param amodalMasks whether the object table has each object's whole mask
/// @param seed of what is drawn at random in colour: raindrops and snowflakes
public record RenderOptions(
        int supersampling,
        boolean shadeEverySample,
        int subFrames,
        int shadowMapSide,
        boolean ambientOcclusion,
        boolean amodalMasks,
        long seed) {

    public static final RenderOptions DEFAULT = new RenderOptions(3, false, 8, 1024, true, false, 0);

    public RenderOptions {
        if (supersampling < 1 || supersampling > 7 || supersampling % 2 == 0) {
            throw new IllegalArgumentException("supersampling: 1, 3, 5 or 7 expected, got " + supersampling);
        }
        if (subFrames < 1 || subFrames > 64) {
            throw new IllegalArgumentException("sub-frames: 1..64 expected, got " + subFrames);
        }
        if (shadowMapSide < 64 || shadowMapSide > 8192) {
            throw new IllegalArgumentException("shadow map: a side of 64..8192 expected, got " + shadowMapSide);
        }
    }

    public RenderOptions withSeed(long seed) {
        return new RenderOptions(
                supersampling, shadeEverySample, subFrames, shadowMapSide, ambientOcclusion, amodalMasks, seed);
    }

    public RenderOptions withAmodalMasks(boolean amodalMasks) {
        return new RenderOptions(
                supersampling, shadeEverySample, subFrames, shadowMapSide, ambientOcclusion, amodalMasks, seed);
    }
}
