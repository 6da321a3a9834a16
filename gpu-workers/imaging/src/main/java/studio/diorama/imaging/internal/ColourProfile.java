package studio.diorama.imaging.internal;

import static java.util.Objects.requireNonNull;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// A picture's ICC profile, and the way from its colours to sRGB.
///
/// @param name the profile's own description
/// @param channels 1 for grey, 3 for RGB, 4 for CMYK
/// @param toSrgb empty when the profile is sRGB itself, to within a level of 255
record ColourProfile(String name, int channels, Optional<ColorConvertOp> toSrgb) {

    private static final int MAX_NAME_CHARACTERS = 100;
    private static final int PROBES_PER_CHANNEL = 6;

    ColourProfile {
        requireNonNull(name, "name is null");
        requireNonNull(toSrgb, "toSrgb is null");
    }

    /// @throws IllegalArgumentException when the bytes are no profile that colours can be converted from
    static ColourProfile of(byte[] bytes) {
        try {
            ICC_Profile profile = ICC_Profile.getInstance(bytes);
            int channels = profile.getNumComponents();
            ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
            ColorConvertOp conversion = new ColorConvertOp(new ICC_Profile[] {profile, srgb}, null);
            boolean same = isIdentity(conversion, channels);
            return new ColourProfile(name(profile), channels, same ? Optional.empty() : Optional.of(conversion));
        } catch (RuntimeException e) {
            // The colour engine has its own unchecked exceptions for what it cannot use.
            throw new IllegalArgumentException("unusable ICC profile", e);
        }
    }

    /// Converts a lattice of colours; also finds profiles that read well and cannot convert.
    private static boolean isIdentity(ColorConvertOp conversion, int channels) {
        int count = (int) Math.pow(PROBES_PER_CHANNEL, channels);
        WritableRaster from = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, count, 1, channels, null);
        for (int i = 0; i < count; i++) {
            int rest = i;
            for (int channel = 0; channel < channels; channel++) {
                from.setSample(i, 0, channel, rest % PROBES_PER_CHANNEL * 255 / (PROBES_PER_CHANNEL - 1));
                rest /= PROBES_PER_CHANNEL;
            }
        }
        WritableRaster to = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, count, 1, 3, null);
        conversion.filter(from, to);
        if (channels == 4) {
            return false;
        }
        boolean same = true;
        for (int i = 0; i < count; i++) {
            for (int channel = 0; channel < 3; channel++) {
                int expected = from.getSample(i, 0, Math.min(channel, channels - 1));
                same &= Math.abs(to.getSample(i, 0, channel) - expected) <= 1;
            }
        }
        return same;
    }

    /// The description tag: `desc` of ICC version 2 (ASCII), `mluc` of version 4 (UTF-16).
    private static String name(ICC_Profile profile) {
        byte[] tag = profile.getData(ICC_Profile.icSigProfileDescriptionTag);
        if (tag == null || tag.length < 12) {
            return "unnamed profile";
        }
        String type = new String(tag, 0, 4, StandardCharsets.US_ASCII);
        String text = "";
        if (type.equals("desc")) {
            int length = Math.clamp(integer(tag, 8), 0, tag.length - 12);
            text = new String(tag, 12, length, StandardCharsets.US_ASCII);
        } else if (type.equals("mluc") && tag.length >= 28) {
            int offset = Math.clamp(integer(tag, 24), 0, tag.length);
            int length = Math.clamp(integer(tag, 20), 0, tag.length - offset);
            text = new String(tag, offset, length, StandardCharsets.UTF_16BE);
        }
        StringBuilder printable = new StringBuilder();
        text.codePoints()
                .filter(c -> Character.isLetterOrDigit(c) || (c >= 32 && c < 127))
                .limit(MAX_NAME_CHARACTERS)
                .forEach(printable::appendCodePoint);
        return printable.isEmpty() ? "unnamed profile" : printable.toString().strip();
    }

    private static int integer(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | (bytes[at + 3] & 0xFF);
    }
}
