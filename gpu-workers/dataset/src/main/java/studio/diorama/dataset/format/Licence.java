package studio.diorama.dataset.format;

import static java.util.Objects.requireNonNull;

/// A licence under which some part of the dataset stands.
///
/// @param name SPDX identifier where there is one, such as `CC-BY-4.0`
/// @param url where its text is; empty if nowhere
/// @param covers what it covers, in a few words
public record Licence(String name, String url, String covers) {

    public Licence {
        requireNonNull(name, "name is null");
        requireNonNull(url, "url is null");
        requireNonNull(covers, "covers is null");
    }
}
