// @ts-check
/**
 * Zoom and pan as numbers. A view says which picture point lies at the centre of the stage and how many device pixels one
 * picture pixel takes; everything else follows. Pure: no canvas, no events.
 */

/** @typedef {{width: number, height: number}} Size */
/** @typedef {{x: number, y: number}} Point */
/** @typedef {{x: number, y: number, width: number, height: number}} Rectangle */
/**
 * @typedef {object} View
 * @property {number} scale device pixels per picture pixel; 1 is "1:1"
 * @property {number} x picture coordinate at the centre of the stage
 * @property {number} y
 */

export const LARGEST_SCALE = 32;

/** From here on a picture pixel is shown as a crisp square. */
export const CRISP_SCALE = 2;

/**
 * @param {Size} stage device pixels
 * @param {Size} picture
 * @returns {number} the scale at which the whole picture just fits
 */
export function fitScale(stage, picture) {
  return Math.min(LARGEST_SCALE, stage.width / picture.width, stage.height / picture.height);
}

/**
 * @param {Size} stage
 * @param {Size} picture
 * @returns {View}
 */
export function fitView(stage, picture) {
  return { scale: fitScale(stage, picture), x: picture.width / 2, y: picture.height / 2 };
}

/**
 * Keeps the scale between "fit" (or 1:1, if that is smaller) and 32, and the picture's edge from leaving the stage's edge.
 *
 * @param {View} view
 * @param {Size} stage
 * @param {Size} picture
 * @returns {View}
 */
export function clampView(view, stage, picture) {
  const scale = clamp(view.scale, Math.min(1, fitScale(stage, picture)), LARGEST_SCALE);
  return {
    scale,
    x: clampCentre(view.x, stage.width / scale / 2, picture.width),
    y: clampCentre(view.y, stage.height / scale / 2, picture.height),
  };
}

/**
 * Zooms so that the picture point under `point` stays under it.
 *
 * @param {View} view
 * @param {number} factor above 1 comes nearer
 * @param {Point} point in device pixels of the stage
 * @param {Size} stage
 * @param {Size} picture
 * @returns {View}
 */
export function zoomAt(view, factor, point, stage, picture) {
  const scale = clamp(view.scale * factor, Math.min(1, fitScale(stage, picture)), LARGEST_SCALE);
  const anchor = toPicture(view, point, stage);
  const moved = {
    scale,
    x: anchor.x - (point.x - stage.width / 2) / scale,
    y: anchor.y - (point.y - stage.height / 2) / scale,
  };
  return clampView(moved, stage, picture);
}

/**
 * @param {View} view
 * @param {Point} by movement of the picture in device pixels
 * @param {Size} stage
 * @param {Size} picture
 * @returns {View}
 */
export function pan(view, by, stage, picture) {
  return clampView({ ...view, x: view.x - by.x / view.scale, y: view.y - by.y / view.scale }, stage, picture);
}

/**
 * @param {View} view
 * @param {Point} point device pixels of the stage
 * @param {Size} stage
 * @returns {Point} picture coordinates
 */
export function toPicture(view, point, stage) {
  return { x: view.x + (point.x - stage.width / 2) / view.scale, y: view.y + (point.y - stage.height / 2) / view.scale };
}

/**
 * What to draw and where: the visible picture region, grown to whole pixels so that crisp pixels keep their edges, and its
 * place on the stage. The stage's origin is rounded, so at 1:1 a picture pixel is exactly a device pixel.
 *
 * @param {View} view
 * @param {Size} stage
 * @param {Size} picture
 * @returns {{source: Rectangle, target: Rectangle}}
 */
export function placement(view, stage, picture) {
  const origin = {
    x: Math.round(stage.width / 2 - view.x * view.scale),
    y: Math.round(stage.height / 2 - view.y * view.scale),
  };
  const left = clamp(Math.floor(-origin.x / view.scale), 0, picture.width);
  const top = clamp(Math.floor(-origin.y / view.scale), 0, picture.height);
  const right = clamp(Math.ceil((stage.width - origin.x) / view.scale), left, picture.width);
  const bottom = clamp(Math.ceil((stage.height - origin.y) / view.scale), top, picture.height);
  return {
    source: { x: left, y: top, width: right - left, height: bottom - top },
    target: {
      x: origin.x + left * view.scale,
      y: origin.y + top * view.scale,
      width: (right - left) * view.scale,
      height: (bottom - top) * view.scale,
    },
  };
}

/**
 * @param {number} value
 * @param {number} low
 * @param {number} high
 * @returns {number}
 */
export function clamp(value, low, high) {
  return Math.min(Math.max(value, low), high);
}

/**
 * @param {number} centre
 * @param {number} half half of the visible length, in picture pixels
 * @param {number} length
 * @returns {number}
 */
function clampCentre(centre, half, length) {
  return 2 * half >= length ? length / 2 : clamp(centre, half, length - half);
}
