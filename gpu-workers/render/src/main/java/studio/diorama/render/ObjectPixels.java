package studio.diorama.render;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/// What one labelled object is of the picture. Occlusion is 1 - visible/amodal, truncation 1 - amodal/all.
///
/// @param id of the [Instance]
/// @param classId of the [Instance]
/// @param pxVisible pixels it owns
/// @param pxAmodal pixels it would own if it stood alone
/// @param pxAll pixels it would own alone in a picture three times as wide and high about this one
/// @param cut whether it reaches the border even of that larger picture, so that pxAll is too small
/// @param visibleBox bounds of the visible mask
/// @param amodalBox bounds of the mask of the larger picture, in this picture's pixels, so it may be negative
/// @param subpixel whether it tints colour and yet owns no pixel
/// @param meanVisibility mean of [Layer#VISIBILITY] on its visible mask, 1 in clear air
/// @param amodalMask its whole mask within the picture, if asked for
public record ObjectPixels(
        int id,
        int classId,
        int pxVisible,
        int pxAmodal,
        int pxAll,
        boolean cut,
        Optional<PixelBox> visibleBox,
        Optional<PixelBox> amodalBox,
        boolean subpixel,
        double meanVisibility,
        Optional<PixelMask> amodalMask) {

    public ObjectPixels {
        requireNonNull(visibleBox, "visibleBox is null");
        requireNonNull(amodalBox, "amodalBox is null");
        requireNonNull(amodalMask, "amodalMask is null");
        if (visibleBox.isPresent() != pxVisible > 0) {
            throw new IllegalArgumentException("object %d: a box exactly if pixels are visible expected, got %s for %d"
                    .formatted(id, visibleBox, pxVisible));
        }
    }
}
