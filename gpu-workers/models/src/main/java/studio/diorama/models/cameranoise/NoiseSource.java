package studio.diorama.models.cameranoise;

import studio.diorama.imaging.Photo;

/// A clean picture that is opened when its turn comes, so that a job holds one at a time.
public interface NoiseSource {

    /// Without ending or folder, unique in a job; letters, digits, space and `. _ -`, 1 to 120 characters, not
    /// starting with a dot.
    String name();

    Photo open();

    /// A source from its two parts.
    static NoiseSource of(String name, java.util.function.Supplier<Photo> open) {
        return new NoiseSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Photo open() {
                return open.get();
            }
        };
    }
}
