// @ts-check
/**
 * A large picture is kept in halved levels, as in a mip map, so that a frame never reads more than four times the pixels it
 * shows. Pure sizes; the bitmaps are made in picture-worker.js.
 */

/** @typedef {import('./view.js').Size} Size */

/** Below this longer side there is no smaller level. */
const SMALLEST_LEVEL_SIDE = 1024;

/**
 * Two pictures of this size take 1.1 GB decoded, the most that we ask of a computer; a larger one is shown reduced.
 */
export const MOST_PIXELS = 108_000_000;

/** The same for phones and tablets, which end a page that takes more than a few hundred megabytes. */
export const MOST_PIXELS_HANDHELD = 26_000_000;

/**
 * @param {Size} picture
 * @returns {Size[]} the picture itself first, then each level half of the one before
 */
export function levelSizes(picture) {
  const sizes = [{ width: picture.width, height: picture.height }];
  for (let last = sizes[0]; Math.max(last.width, last.height) > SMALLEST_LEVEL_SIDE; last = sizes[sizes.length - 1]) {
    sizes.push({ width: Math.max(1, Math.round(last.width / 2)), height: Math.max(1, Math.round(last.height / 2)) });
  }
  return sizes;
}

/**
 * @param {number} scale device pixels per picture pixel
 * @param {number} count how many levels there are
 * @returns {number} the smallest level that still has a pixel for each device pixel
 */
export function levelFor(scale, count) {
  const halvings = Math.floor(Math.log2(1 / scale) + 1e-9);
  return Math.min(count - 1, Math.max(0, halvings));
}
