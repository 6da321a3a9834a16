package studio.diorama.dataset.library;

import java.lang.ref.SoftReference;
import java.util.Locale;
import java.util.function.Function;
import studio.diorama.common.Seed;
import studio.diorama.dataset.library.internal.texture.ClothPatterns;
import studio.diorama.dataset.library.internal.texture.Colour;
import studio.diorama.dataset.library.internal.texture.GrowthPatterns;
import studio.diorama.dataset.library.internal.texture.MasonryPatterns;
import studio.diorama.dataset.library.internal.texture.MetalPatterns;
import studio.diorama.dataset.library.internal.texture.Pattern;
import studio.diorama.dataset.library.internal.texture.TextureBaker;
import studio.diorama.dataset.library.internal.texture.WoodPatterns;

/// The textures that are made by code: nothing is downloaded, and the same seed gives the same bytes everywhere.
///
/// Those called pale are dyed by the colour factor of the material that they are used in.
public enum ProceduralTexture {
    OAK(0.6, seed -> WoodPatterns.grain(WoodPatterns.Species.OAK, seed)),
    WALNUT(0.6, seed -> WoodPatterns.grain(WoodPatterns.Species.WALNUT, seed)),
    PINE(0.6, seed -> WoodPatterns.grain(WoodPatterns.Species.PINE, seed)),
    OAK_PLANKS(1.2, seed -> WoodPatterns.planks(WoodPatterns.Species.OAK, seed)),
    WALNUT_PLANKS(1.2, seed -> WoodPatterns.planks(WoodPatterns.Species.WALNUT, seed)),
    BARK(0.8, WoodPatterns::bark),
    BRICKS(0.9, MasonryPatterns::bricks),
    CERAMIC_TILES(0.6, MasonryPatterns::tiles),
    CONCRETE(2, MasonryPatterns::concrete),
    PLASTER(1, MasonryPatterns::plaster),
    ASPHALT(1, MasonryPatterns::asphalt),
    MARBLE(1.2, MasonryPatterns::marble),
    /// Pale.
    FABRIC(0.16, ClothPatterns::weave),
    /// Pale.
    LEATHER(0.25, ClothPatterns::leather),
    /// Pale.
    FUR(0.3, ClothPatterns::fur),
    CARDBOARD(0.4, ClothPatterns::cardboard),
    GRASS(0.8, GrowthPatterns::grass),
    BRUSHED_METAL(0.3, MetalPatterns::brushed),
    /// Pale.
    PAINTED_METAL(0.5, MetalPatterns::painted),
    RUSTY_METAL(1, MetalPatterns::rusty),
    /// One twig with holes between its leaves; laid once over coordinates from 0 to 1, not by the metre.
    LEAVES(1, seed -> GrowthPatterns.leaves(Colour.hex(0x6C9A3C), Colour.hex(0x3F6B26), seed)),
    /// As [#LEAVES], in autumn.
    AUTUMN_LEAVES(1, seed -> GrowthPatterns.leaves(Colour.hex(0xD9A033), Colour.hex(0xA8451F), seed));

    /// Texels along each edge of every map.
    public static final int SIZE = 512;

    private final double tileMetres;
    private final Function<Seed, Pattern> pattern;
    private SoftReference<TextureMaps> cached = new SoftReference<>(null);

    ProceduralTexture(double tileMetres, Function<Seed, Pattern> pattern) {
        this.tileMetres = tileMetres;
        this.pattern = pattern;
    }

    /// The texture's name in scenes, such as `oak-planks`.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Edge of the square that one tile covers, in metres.
    public double tileMetres() {
        return tileMetres;
    }

    /// The maps of seed 0, made on first use and kept while memory lasts.
    public synchronized TextureMaps maps() {
        TextureMaps maps = cached.get();
        if (maps == null) {
            maps = maps(new Seed(0));
            cached = new SoftReference<>(maps);
        }
        return maps;
    }

    /// Maps of another seed, made anew at each call.
    public TextureMaps maps(Seed seed) {
        return TextureBaker.bake(label(), pattern.apply(seed.child(label())), SIZE, tileMetres);
    }
}
