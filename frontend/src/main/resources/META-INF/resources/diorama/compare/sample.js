// @ts-check
/**
 * Which part of a picture the noise statistics look at: all of it up to four million pixels, else 256-pixel tiles spread
 * evenly over it. Tiles keep their own pixels, since a reduced picture would have averaged the noise away.
 */

/** @typedef {import('./view.js').Size} Size */
/** @typedef {import('./view.js').Rectangle} Rectangle */

const TILE_SIDE = 256;
const MOST_TILES = 61; // 61 · 256² = 3,997,696 ≤ 4 million

/**
 * @param {Size} picture
 * @returns {Rectangle[]} tiles that do not overlap, row by row
 */
export function sampleTiles(picture) {
  const columns = Math.ceil(picture.width / TILE_SIDE);
  const rows = Math.ceil(picture.height / TILE_SIDE);
  const all = columns * rows;
  const wholePictureFits = picture.width * picture.height <= MOST_TILES * TILE_SIDE * TILE_SIDE;
  const taken = wholePictureFits ? all : Math.min(all, MOST_TILES);
  // Multiples of the golden ratio never cluster, so the tiles spread over rows and columns without a random number.
  const chosen = new Set();
  for (let i = 0; chosen.size < taken; i++) {
    chosen.add(taken === all ? i : Math.floor((((i + 0.5) * 0.6180339887498949) % 1) * all));
  }
  return [...chosen]
    .sort((left, right) => left - right)
    .map((index) => {
      const x = (index % columns) * TILE_SIDE;
      const y = Math.floor(index / columns) * TILE_SIDE;
      return { x, y, width: Math.min(TILE_SIDE, picture.width - x), height: Math.min(TILE_SIDE, picture.height - y) };
    });
}
