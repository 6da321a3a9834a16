// @ts-check
/**
 * Noise by brightness: every pixel of the clean picture falls, channel by channel, into one of 16 bins by its clean value;
 * of each bin we keep count, sum and sum of squares of the difference noisy − clean. The values are integers, so the sums
 * are exact in a double for any sample we take.
 */

export const CHANNELS = 3;
export const BINS = 16;
const BIN_WIDTH = 256 / BINS;

/** A difference lies in −255…255; index 255 means none. */
export const HISTOGRAM_SIZE = 511;
export const HISTOGRAM_MIDDLE = 255;

/**
 * @typedef {object} NoiseBin
 * @property {number} low smallest clean value of the bin, inclusive
 * @property {number} high largest clean value, inclusive
 * @property {number} count pixels in the bin
 * @property {number} mean of noisy − clean; NaN for an empty bin
 * @property {number} deviation standard deviation (n − 1) of noisy − clean; NaN under two pixels
 */

/**
 * @typedef {object} NoiseReport
 * @property {number} pixels compared
 * @property {NoiseBin[][]} channels R, G, B, each with 16 bins
 * @property {number[][]} histograms R, G, B: how often each difference −255…255 occurs
 * @property {number[]} deviations R, G, B: standard deviation over all pixels
 * @property {number[]} means R, G, B
 */

export class NoiseStatistics {
  #counts = new Float64Array(CHANNELS * BINS);
  #sums = new Float64Array(CHANNELS * BINS);
  #squares = new Float64Array(CHANNELS * BINS);
  #histograms = new Float64Array(CHANNELS * HISTOGRAM_SIZE);
  #pixels = 0;

  /**
   * Pixels that are not opaque in both pictures are left out.
   *
   * @param {Uint8ClampedArray} clean RGBA
   * @param {Uint8ClampedArray} noisy RGBA of the same length
   */
  add(clean, noisy) {
    if (clean.length !== noisy.length) {
      throw new RangeError(`expected two arrays of one length, got ${clean.length} and ${noisy.length}`);
    }
    for (let i = 0; i < clean.length; i += 4) {
      if (clean[i + 3] !== 255 || noisy[i + 3] !== 255) {
        continue;
      }
      this.#pixels++;
      for (let channel = 0; channel < CHANNELS; channel++) {
        const value = clean[i + channel];
        const difference = noisy[i + channel] - value;
        const bin = channel * BINS + ((value / BIN_WIDTH) | 0);
        this.#counts[bin]++;
        this.#sums[bin] += difference;
        this.#squares[bin] += difference * difference;
        this.#histograms[channel * HISTOGRAM_SIZE + difference + HISTOGRAM_MIDDLE]++;
      }
    }
  }

  /** @returns {NoiseReport} */
  report() {
    const channels = [];
    const histograms = [];
    const deviations = [];
    const means = [];
    for (let channel = 0; channel < CHANNELS; channel++) {
      const first = channel * BINS;
      const bins = Array.from({ length: BINS }, (_, bin) => ({
        low: bin * BIN_WIDTH,
        high: (bin + 1) * BIN_WIDTH - 1,
        count: this.#counts[first + bin],
        ...moments(this.#counts[first + bin], this.#sums[first + bin], this.#squares[first + bin]),
      }));
      channels.push(bins);
      const whole = moments(
        total(this.#counts, first),
        total(this.#sums, first),
        total(this.#squares, first),
      );
      deviations.push(whole.deviation);
      means.push(whole.mean);
      histograms.push(Array.from(this.#histograms.subarray(channel * HISTOGRAM_SIZE, (channel + 1) * HISTOGRAM_SIZE)));
    }
    return { pixels: this.#pixels, channels, histograms, deviations, means };
  }
}

/**
 * @param {Float64Array} values
 * @param {number} first
 * @returns {number} the sum over one channel's bins
 */
function total(values, first) {
  return values.subarray(first, first + BINS).reduce((sum, value) => sum + value, 0);
}

/**
 * @param {number} count
 * @param {number} sum
 * @param {number} squares
 * @returns {{mean: number, deviation: number}}
 */
function moments(count, sum, squares) {
  const mean = count > 0 ? sum / count : NaN;
  const deviation = count > 1 ? Math.sqrt(Math.max(0, squares - (sum * sum) / count) / (count - 1)) : NaN;
  return { mean, deviation };
}
