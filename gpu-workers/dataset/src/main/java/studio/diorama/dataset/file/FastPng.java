package studio.diorama.dataset.file;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import studio.diorama.dataset.file.internal.QuickDeflate;

/// Writes layers as PNG files in one pass: rows of numbers as the difference to the row above (PNG's filter "up", which
/// makes flat areas zero), rows of colour as that to the mean of the left and the upper neighbour ("average"), packed
/// by
/// [QuickDeflate].
public final class FastPng {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int GREY = 0;
    private static final int COLOUR = 2;
    private static final int INDEXED = 3;
    private static final byte FILTER_UP = 2;
    private static final byte FILTER_AVERAGE = 3;

    /// A part between header and samples.
    private record Extra(String type, byte[] data) {}

    private static final Extra PLAIN = new Extra("", new byte[0]);
    private static final Extra SRGB = new Extra("sRGB", new byte[] {0});

    private FastPng() {}

    /// A colour picture, marked as sRGB.
    ///
    /// @param samples (height × width × 3) bytes, sRGB encoded
    public static byte[] rgb8(int width, int height, byte[] samples) {
        return encode(width, height, 3, 1, samples, COLOUR, SRGB);
    }

    /// Three numbers a pixel that are no colour, such as a panoptic id: not marked as sRGB.
    ///
    /// @param samples (height × width × 3) bytes
    public static byte[] map8(int width, int height, byte[] samples) {
        return encode(width, height, 3, 1, samples, COLOUR, PLAIN);
    }

    /// One number of 8 bits a pixel.
    ///
    /// @param samples (height × width) bytes
    public static byte[] grey8(int width, int height, byte[] samples) {
        return encode(width, height, 1, 1, samples, GREY, PLAIN);
    }

    /// One number of 8 bits a pixel, shown in colours but read as the number.
    ///
    /// @param samples (height × width) bytes
    /// @param colours 256 of 0xRRGGBB
    public static byte[] indexed8(int width, int height, byte[] samples, int[] colours) {
        byte[] palette = new byte[3 * colours.length];
        for (int i = 0; i < colours.length; i++) {
            palette[3 * i] = (byte) (colours[i] >> 16);
            palette[3 * i + 1] = (byte) (colours[i] >> 8);
            palette[3 * i + 2] = (byte) colours[i];
        }
        return encode(width, height, 1, 1, samples, INDEXED, new Extra("PLTE", palette));
    }

    /// One number of 16 bits a pixel.
    ///
    /// @param samples (height × width) unsigned shorts
    public static byte[] grey16(int width, int height, short[] samples) {
        requireNonNull(samples, "samples is null");
        byte[] bytes = new byte[samples.length * 2];
        for (int i = 0; i < samples.length; i++) {
            bytes[2 * i] = (byte) (samples[i] >> 8);
            bytes[2 * i + 1] = (byte) samples[i];
        }
        return encode(width, height, 1, 2, bytes, GREY, PLAIN);
    }

    /// Ids as PNG8 if all fit in a byte and `wide` is false, else as PNG16.
    ///
    /// @param ids (height × width) 0 to 65535
    /// @throws IllegalArgumentException if an id does not fit
    public static byte[] ids(int width, int height, int[] ids, boolean wide) {
        requireNonNull(ids, "ids is null");
        short[] samples = new short[ids.length];
        int all = 0;
        for (int i = 0; i < ids.length; i++) {
            all |= ids[i];
            samples[i] = (short) ids[i];
        }
        if ((all & 0xFFFF_0000) != 0) {
            throw new IllegalArgumentException("ids are 0 to 65535, at least one is not");
        }
        if (wide || all > 255) {
            return grey16(width, height, samples);
        }
        byte[] bytes = new byte[ids.length];
        for (int i = 0; i < ids.length; i++) {
            bytes[i] = (byte) ids[i];
        }
        return grey8(width, height, bytes);
    }

    /// Writes an encoded picture to a new file or over an old one.
    public static void save(byte[] encoded, Path file) throws IOException {
        try (OutputStream output = Files.newOutputStream(file)) {
            output.write(encoded);
        }
    }

    private static byte[] encode(
            int width, int height, int channels, int bytesPerSample, byte[] samples, int colourType, Extra extra) {
        requireNonNull(samples, "samples is null");
        int rowBytes = Math.multiplyExact(width, channels * bytesPerSample);
        if (width < 1 || height < 1 || samples.length != Math.multiplyExact(rowBytes, height)) {
            throw new IllegalArgumentException("%d × %d × %d samples of %d bytes expected, got %d bytes"
                    .formatted(width, height, channels, bytesPerSample, samples.length));
        }
        byte[] rows = filtered(rowBytes, height, samples, extra == SRGB);
        byte[] packed = QuickDeflate.pack(rows, rows.length);
        ByteBuffer file = ByteBuffer.allocate(
                8 + 25 + (extra.type.isEmpty() ? 0 : 12 + extra.data.length) + 12 + packed.length + 12);
        file.put(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) (8 * bytesPerSample)).put((byte) colourType);
        chunk(file, "IHDR", header.array());
        if (!extra.type.isEmpty()) {
            chunk(file, extra.type, extra.data);
        }
        chunk(file, "IDAT", packed);
        chunk(file, "IEND", new byte[0]);
        return file.array();
    }

    /// Rows with their filter byte; the first row stands as it is.
    private static byte[] filtered(int rowBytes, int height, byte[] samples, boolean colour) {
        byte[] rows = new byte[(rowBytes + 1) * height];
        System.arraycopy(samples, 0, rows, 1, rowBytes);
        for (int row = 1; row < height; row++) {
            int to = row * (rowBytes + 1);
            rows[to] = colour ? FILTER_AVERAGE : FILTER_UP;
            if (colour) {
                toAverage(samples, row * rowBytes, rowBytes, rows, to + 1);
            } else {
                difference(samples, row * rowBytes, rowBytes, rows, to + 1);
            }
        }
        return rows;
    }

    private static void toAverage(byte[] samples, int from, int rowBytes, byte[] rows, int to) {
        for (int i = 0; i < 3; i++) {
            rows[to + i] = (byte) (samples[from + i] - ((samples[from + i - rowBytes] & 0xFF) >> 1));
        }
        for (int i = 3; i < rowBytes; i++) {
            int sum = (samples[from + i - 3] & 0xFF) + (samples[from + i - rowBytes] & 0xFF);
            rows[to + i] = (byte) (samples[from + i] - (sum >> 1));
        }
    }

    private static void difference(byte[] samples, int from, int rowBytes, byte[] rows, int to) {
        for (int i = 0; i < rowBytes; i++) {
            rows[to + i] = (byte) (samples[from + i] - samples[from + i - rowBytes]);
        }
    }

    private static void chunk(ByteBuffer file, String type, byte[] data) {
        file.putInt(data.length);
        int start = file.position();
        for (int i = 0; i < 4; i++) {
            file.put((byte) type.charAt(i));
        }
        file.put(data);
        CRC32 crc = new CRC32();
        crc.update(file.array(), start, data.length + 4);
        file.putInt((int) crc.getValue());
    }
}
