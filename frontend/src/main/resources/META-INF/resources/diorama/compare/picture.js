// @ts-check
import { levelFor, levelSizes, MOST_PIXELS, MOST_PIXELS_HANDHELD } from './pyramid.js';

/** @typedef {import('./view.js').Size} Size */
/** @typedef {import('./view.js').Rectangle} Rectangle */

/** Why a picture cannot be shown: `address`, `network`, `status` (with the HTTP status), `decode`. */
export class PictureError extends Error {
  /**
   * @param {'address' | 'network' | 'status' | 'decode'} kind
   * @param {number} [status]
   */
  constructor(kind, status = 0) {
    super(kind);
    this.kind = kind;
    this.status = status;
  }
}

/**
 * A decoded picture with its halved levels. Coordinates are always those of the file's own pixels, whichever level is read.
 * Owns its bitmaps: `close()` frees them.
 */
export class Picture {
  #levels;

  /**
   * @param {Size} size of the file
   * @param {ImageBitmap[]} levels largest first
   */
  constructor(size, levels) {
    this.width = size.width;
    this.height = size.height;
    this.#levels = levels;
    /** The file was too large to decode in full; fine detail is averaged. */
    this.reduced = levels[0].width !== size.width;
  }

  /**
   * Draws the source region of the picture into the target rectangle from the level that suits the scale.
   *
   * @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} context
   * @param {Rectangle} source file pixels
   * @param {Rectangle} target context pixels
   */
  draw(context, source, target) {
    if (source.width === 0 || source.height === 0) {
      return;
    }
    const level = this.#levels[levelFor(target.width / source.width, this.#levels.length)];
    const across = level.width / this.width;
    const down = level.height / this.height;
    context.drawImage(
      level,
      source.x * across,
      source.y * down,
      source.width * across,
      source.height * down,
      target.x,
      target.y,
      target.width,
      target.height,
    );
  }

  close() {
    this.#levels.forEach((level) => level.close());
  }
}

/**
 * @param {string} address same origin, or a blob of this page
 * @param {AbortSignal} signal
 * @returns {Promise<Picture>}
 * @throws {PictureError}
 */
export async function loadPicture(address, signal) {
  const blob = await fetchBlob(address, signal);
  const size = await naturalSize(blob);
  const mostPixels = matchMedia('(pointer: coarse) and (hover: none)').matches ? MOST_PIXELS_HANDHELD : MOST_PIXELS;
  const whole = size.width * size.height <= mostPixels;
  const shrink = whole ? 1 : Math.sqrt(mostPixels / (size.width * size.height));
  const largest = { width: Math.max(1, Math.floor(size.width * shrink)), height: Math.max(1, Math.floor(size.height * shrink)) };
  const levels = await decode(blob, levelSizes(largest), whole, signal);
  return new Picture(size, levels);
}

/**
 * @param {string} address
 * @param {AbortSignal} signal
 */
async function fetchBlob(address, signal) {
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : null;
  if (url === null || url.origin !== location.origin) {
    throw new PictureError('address');
  }
  let response;
  try {
    response = await fetch(url, { signal, credentials: 'same-origin' });
    if (response.ok) {
      return await response.blob();
    }
  } catch (error) {
    signal.throwIfAborted();
    throw new PictureError('network');
  }
  throw new PictureError('status', response.status);
}

/**
 * The browser reads the size from the file's head; no pixel is decoded here.
 *
 * @param {Blob} blob
 * @returns {Promise<Size>}
 */
async function naturalSize(blob) {
  const url = URL.createObjectURL(blob);
  try {
    return await new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = () => resolve({ width: image.naturalWidth, height: image.naturalHeight });
      image.onerror = () => reject(new PictureError('decode'));
      image.src = url;
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

/**
 * @param {Blob} blob
 * @param {Size[]} sizes
 * @param {boolean} natural the first size is the file's own
 * @param {AbortSignal} signal
 * @returns {Promise<ImageBitmap[]>}
 */
async function decode(blob, sizes, natural, signal) {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./picture-worker.js', import.meta.url), { type: 'module' });
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.onerror = () => reject(new PictureError('decode'));
      worker.onmessage = ({ data }) => (data.levels ? resolve(data.levels) : reject(new PictureError('decode')));
      worker.postMessage({ blob, sizes, natural });
    });
  } finally {
    worker.terminate();
  }
}
