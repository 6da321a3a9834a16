// @ts-check

const WINDOW_MILLISECONDS = 6000;

/** Bytes a second over the last six seconds. */
export class RateMeter {
  /** @type {{at: number, bytes: number}[]} */
  #samples = [];

  /**
   * @param {number} at milliseconds
   * @param {number} bytes transferred in all; never falls
   */
  sample(at, bytes) {
    this.#samples.push({ at, bytes });
    while (this.#samples.length > 2 && at - this.#samples[1].at >= WINDOW_MILLISECONDS) {
      this.#samples.shift();
    }
  }

  /** @returns {number} 0 until two samples lie apart */
  bytesPerSecond() {
    const first = this.#samples[0];
    const last = this.#samples[this.#samples.length - 1];
    return first === undefined || last.at === first.at ? 0 : ((last.bytes - first.bytes) / (last.at - first.at)) * 1000;
  }

  reset() {
    this.#samples = [];
  }
}
