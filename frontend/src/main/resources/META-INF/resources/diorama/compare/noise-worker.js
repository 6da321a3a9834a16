// @ts-check
import { NoiseStatistics } from './noise-statistics.js';

/**
 * Gathers tiles `{clean, noisy}` (RGBA buffers, handed over) and answers each with `{}`, so that the page sends the next
 * one; `{finish: true}` is answered with `{report}`.
 */

const statistics = new NoiseStatistics();

addEventListener('message', ({ data }) => {
  if (data.finish) {
    postMessage({ report: statistics.report() });
    return;
  }
  statistics.add(new Uint8ClampedArray(data.clean), new Uint8ClampedArray(data.noisy));
  postMessage({});
});
