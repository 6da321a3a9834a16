package studio.diorama.dataset.library.internal.asset;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Every recipe by the name that scenes use.
public final class Recipes {

    /// In the order in which a catalogue shows them.
    public static final SequencedMap<String, Recipe> ALL = Collections.unmodifiableSequencedMap(all());

    private Recipes() {}

    private static SequencedMap<String, Recipe> all() {
        SequencedMap<String, Recipe> all = new LinkedHashMap<>();
        all.put("cube", Primitives::cube);
        all.put("box", Primitives::box);
        all.put("sphere", Primitives::sphere);
        all.put("plane", Primitives::plane);
        all.put("cylinder", Primitives::cylinder);
        all.put("cone", Primitives::cone);
        all.put("torus", Primitives::torus);
        all.put("capsule", Primitives::capsule);
        all.put("mug", Tableware::mug);
        all.put("bottle", Tableware::bottle);
        all.put("bowl", Tableware::bowl);
        all.put("plate", Tableware::plate);
        all.put("glass", Tableware::glass);
        all.put("book", Cabinets::book);
        all.put("cardboard-box", Cabinets::carton);
        all.put("table", Tables::table);
        all.put("chair", Seats::chair);
        all.put("armchair", Seats::armchair);
        all.put("shelf", Cabinets::shelf);
        all.put("cupboard", Cabinets::cupboard);
        all.put("lamp", Lights::lamp);
        all.put("street-lamp", Lights::streetLamp);
        all.put("traffic-cone", Lights::trafficCone);
        all.put("car", Vehicles::car);
        all.put("van", Vehicles::van);
        all.put("bicycle", Bicycles::bicycle);
        all.put("potted-plant", Plants::pottedPlant);
        all.put("bush", Plants::bush);
        all.put("tree", Plants::tree);
        all.put("figure", Figures::figure);
        all.put("quadruped", Quadrupeds::quadruped);
        all.put("room", Rooms::room);
        all.put("ground", Rooms::ground);
        return all;
    }
}
