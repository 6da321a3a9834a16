// @ts-check
import { amplifyDifference } from './difference.js';
import { CRISP_SCALE, placement } from './view.js';

/** @typedef {import('./picture.js').Picture} Picture */
/** @typedef {import('./view.js').Rectangle} Rectangle */
/** @typedef {import('./view.js').Size} Size */
/** @typedef {import('./view.js').View} View */
/** @typedef {'divider' | 'before' | 'after' | 'difference'} Mode */

/** A difference is computed on at most so many pixels a frame, so that dragging stays smooth. */
const MOST_DIFFERENCE_PIXELS = 2_000_000;

/**
 * Draws one frame of the comparison on a 2D canvas: only the visible region, from the level of the pyramid that suits.
 */
export class Renderer {
  #canvas;
  #context;
  #scratchBefore = new OffscreenCanvas(1, 1);
  #scratchAfter = new OffscreenCanvas(1, 1);

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.#canvas = canvas;
    this.#context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  }

  /**
   * @param {{before: Picture, after: Picture}} pictures
   * @param {View} view
   * @param {{mode: Mode, divider: number, gain: number}} how divider as a fraction of the stage's width
   */
  draw({ before, after }, view, { mode, divider, gain }) {
    const stage = { width: this.#canvas.width, height: this.#canvas.height };
    const context = this.#context;
    const { source, target } = placement(view, stage, before);
    context.clearRect(0, 0, stage.width, stage.height);
    context.imageSmoothingEnabled = view.scale < CRISP_SCALE;
    context.imageSmoothingQuality = 'medium';
    switch (mode) {
      case 'before':
        before.draw(context, source, target);
        break;
      case 'after':
        after.draw(context, source, target);
        break;
      case 'difference':
        this.#drawDifference({ before, after }, source, target, gain);
        break;
      case 'divider': {
        const edge = Math.round(divider * stage.width);
        this.#clipped(0, edge, () => before.draw(context, source, target));
        this.#clipped(edge, stage.width - edge, () => after.draw(context, source, target));
        break;
      }
    }
  }

  /**
   * @param {number} left
   * @param {number} width
   * @param {() => void} draw
   */
  #clipped(left, width, draw) {
    this.#context.save();
    this.#context.beginPath();
    this.#context.rect(left, 0, width, this.#canvas.height);
    this.#context.clip();
    draw();
    this.#context.restore();
  }

  /**
   * Exact file pixels where they are shown at 1:1 or larger; below that the difference of the two averaged pictures.
   *
   * @param {{before: Picture, after: Picture}} pictures
   * @param {Rectangle} source
   * @param {Rectangle} target
   * @param {number} gain
   */
  #drawDifference({ before, after }, source, target, gain) {
    const shown = target.width >= source.width ? source : target;
    const shrink = Math.min(1, Math.sqrt(MOST_DIFFERENCE_PIXELS / (shown.width * shown.height || 1)));
    const size = { width: Math.max(1, Math.round(shown.width * shrink)), height: Math.max(1, Math.round(shown.height * shrink)) };
    const pixelsBefore = readRegion(this.#scratchBefore, before, source, size);
    const pixelsAfter = readRegion(this.#scratchAfter, after, source, size);
    amplifyDifference(pixelsBefore.data, pixelsAfter.data, gain, pixelsAfter.data);
    contextOf(this.#scratchAfter).putImageData(pixelsAfter, 0, 0);
    this.#context.drawImage(this.#scratchAfter, target.x, target.y, target.width, target.height);
  }
}

/**
 * Reads a region of a picture as pixels of the wanted size.
 *
 * @param {OffscreenCanvas} scratch resized to fit
 * @param {Picture} picture
 * @param {Rectangle} source
 * @param {Size} size
 * @returns {ImageData}
 */
export function readRegion(scratch, picture, source, size) {
  scratch.width = size.width;
  scratch.height = size.height;
  const context = contextOf(scratch);
  context.imageSmoothingEnabled = size.width !== source.width || size.height !== source.height;
  context.imageSmoothingQuality = 'medium';
  picture.draw(context, source, { x: 0, y: 0, width: size.width, height: size.height });
  return context.getImageData(0, 0, size.width, size.height);
}

/**
 * @param {OffscreenCanvas} canvas
 * @returns {OffscreenCanvasRenderingContext2D}
 */
function contextOf(canvas) {
  return /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext('2d', { willReadFrequently: true }));
}
