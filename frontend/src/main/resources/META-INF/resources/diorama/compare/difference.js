// @ts-check

/** Grey of "no change". */
const MIDDLE = 128;

export const LARGEST_GAIN = 64;

/**
 * 128 + N·(after − before), rounded and cut to 0…255 for each colour channel; opaque. All three arrays are RGBA of equal
 * length.
 *
 * @param {Uint8ClampedArray} before
 * @param {Uint8ClampedArray} after
 * @param {number} gain N
 * @param {Uint8ClampedArray} out may be `before` or `after`
 */
export function amplifyDifference(before, after, gain, out) {
  if (before.length !== after.length || before.length !== out.length) {
    throw new RangeError(`expected three arrays of one length, got ${before.length}, ${after.length}, ${out.length}`);
  }
  for (let i = 0; i < out.length; i += 4) {
    out[i] = MIDDLE + gain * (after[i] - before[i]);
    out[i + 1] = MIDDLE + gain * (after[i + 1] - before[i + 1]);
    out[i + 2] = MIDDLE + gain * (after[i + 2] - before[i + 2]);
    out[i + 3] = 255;
  }
}
