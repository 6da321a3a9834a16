// @ts-check
import { readRegion } from './renderer.js';
import { sampleTiles } from './sample.js';

/** @typedef {import('./picture.js').Picture} Picture */
/** @typedef {import('./noise-statistics.js').NoiseReport} NoiseReport */

/**
 * Measures the noise between two pictures: the page reads one tile at a time, a worker adds it up. Never more than one tile
 * of pixels is in flight.
 *
 * @param {{before: Picture, after: Picture}} pictures
 * @param {AbortSignal} signal
 * @returns {Promise<NoiseReport>}
 */
export async function measureNoise({ before, after }, signal) {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./noise-worker.js', import.meta.url), { type: 'module' });
  const scratch = new OffscreenCanvas(1, 1);
  try {
    for (const tile of sampleTiles(before)) {
      const clean = readRegion(scratch, before, tile, tile).data.buffer;
      const noisy = readRegion(scratch, after, tile, tile).data.buffer;
      await ask(worker, { clean, noisy }, [clean, noisy], signal);
    }
    return (await ask(worker, { finish: true }, [], signal)).report;
  } finally {
    worker.terminate();
  }
}

/**
 * @param {Worker} worker
 * @param {object} message
 * @param {Transferable[]} transfer
 * @param {AbortSignal} signal
 * @returns {Promise<any>} the worker's next answer
 */
function ask(worker, message, transfer, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    worker.onmessage = ({ data }) => {
      signal.removeEventListener('abort', stop);
      resolve(data);
    };
    worker.onerror = (event) => reject(new Error(event.message));
    signal.throwIfAborted();
    worker.postMessage(message, transfer);
  });
}
