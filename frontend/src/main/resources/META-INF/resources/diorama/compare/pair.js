// @ts-check
import { fill } from '../text/fill.js';
import { loadPicture, PictureError } from './picture.js';

/** @typedef {import('./picture.js').Picture} Picture */
/** @typedef {import('./messages.js').CompareWords} CompareWords */
/** @typedef {{before: Picture, after: Picture}} Pair */

/** Carries the sentence that people read. */
export class PairError extends Error {}

/**
 * Loads both pictures; either both come back, of one size, or none stays in memory.
 *
 * @param {{before: string, after: string}} addresses
 * @param {{before: string, after: string}} labels
 * @param {CompareWords} words
 * @param {AbortSignal} signal
 * @returns {Promise<Pair>}
 * @throws {PairError}
 */
export async function loadPair(addresses, labels, words, signal) {
  const [before, after] = await Promise.allSettled([
    loadPicture(addresses.before, signal),
    loadPicture(addresses.after, signal),
  ]);
  const loaded = [before, after].flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  try {
    signal.throwIfAborted();
    const pair = { before: valueOf(before, labels.before, words), after: valueOf(after, labels.after, words) };
    if (pair.before.width !== pair.after.width || pair.before.height !== pair.after.height) {
      throw new PairError(fill(words.errorSize, { before: sizeOf(pair.before), after: sizeOf(pair.after) }));
    }
    return pair;
  } catch (error) {
    loaded.forEach((picture) => picture.close());
    throw error;
  }
}

/**
 * @param {PromiseSettledResult<Picture>} result
 * @param {string} label
 * @param {CompareWords} words
 * @returns {Picture}
 */
function valueOf(result, label, words) {
  if (result.status === 'fulfilled') {
    return result.value;
  }
  const error = result.reason instanceof PictureError ? result.reason : new PictureError('decode');
  const sentences = {
    address: words.errorAddress,
    network: words.errorNetwork,
    status: words.errorStatus,
    decode: words.errorDecode,
  };
  throw new PairError(fill(sentences[error.kind], { label, status: error.status }));
}

/** @param {Picture} picture */
function sizeOf(picture) {
  return `${picture.width} × ${picture.height}`;
}
