// @ts-check
import { element } from '../element/dom.js';
import { fill } from '../text/fill.js';
import { amplifyDifference } from './difference.js';
import { readRegion } from './renderer.js';
import { clamp } from './view.js';

/** @typedef {import('./picture.js').Picture} Picture */
/** @typedef {import('./view.js').Point} Point */

const RADIUS = 7;
const SIDE = 2 * RADIUS + 1;
const STEPS = /** @type {Record<string, [number, number]>} */ ({
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
});

/**
 * 15 × 15 file pixels around a point: before, after and difference side by side, with the values of the middle pixel. With
 * focus on it the arrow keys move it pixel by pixel (Shift: ten).
 */
export class Loupe {
  #scratch = new OffscreenCanvas(SIDE, SIDE);
  #words;
  #panels;
  #place = element('span', { class: 'place' });
  #spoken = element('span', { class: 'visually-hidden', 'aria-live': 'polite' });
  #onMove;
  /** @type {Point} whole file pixels */
  #pixel = { x: 0, y: 0 };

  /**
   * @param {import('./messages.js').CompareWords} words
   * @param {(pixel: Point) => void} onMove the arrow keys chose another pixel
   */
  constructor(words, onMove) {
    this.#words = words;
    this.#onMove = onMove;
    this.#panels = [words.before, words.after, words.difference].map((title) => {
      const canvas = element('canvas', { width: SIDE, height: SIDE, 'aria-hidden': 'true' });
      const values = element('span', { class: 'values' });
      const name = element('span', { class: 'name' }, title);
      return { canvas, values, node: element('figure', {}, element('div', { class: 'lens' }, canvas), element('figcaption', {}, name, values)) };
    });
    this.node = element(
      'section',
      { class: 'loupe', tabindex: 0, role: 'group', 'aria-label': words.loupeHelp, onkeydown: (event) => this.#step(event) },
      element('p', { class: 'caption' }, element('strong', {}, words.loupe), ' ', this.#place),
      element('div', { class: 'lenses' }, ...this.#panels.map((panel) => panel.node)),
      this.#spoken,
    );
  }

  /**
   * @param {{before: Picture, after: Picture}} pictures
   * @param {Point} point picture coordinates
   * @param {number} gain of the difference panel
   */
  show({ before, after }, point, gain) {
    const x = clamp(Math.floor(point.x), 0, before.width - 1);
    const y = clamp(Math.floor(point.y), 0, before.height - 1);
    this.#pixel = { x, y };
    const [first, second] = [before, after].map((picture) => this.#neighbourhood(picture, x, y));
    const difference = new ImageData(SIDE, SIDE);
    amplifyDifference(first.data, second.data, gain, difference.data);
    for (let i = 3; i < difference.data.length; i += 4) {
      difference.data[i] = first.data[i]; // beyond the picture's edge nothing is shown
    }
    [first, second, difference].forEach((pixels, panel) => {
      /** @type {CanvasRenderingContext2D} */ (this.#panels[panel].canvas.getContext('2d')).putImageData(pixels, 0, 0);
    });
    const middle = 4 * (RADIUS * SIDE + RADIUS);
    const valuesBefore = [...first.data.subarray(middle, middle + 3)];
    const valuesAfter = [...second.data.subarray(middle, middle + 3)];
    const change = valuesAfter.map((value, channel) => value - valuesBefore[channel]);
    this.#panels[0].values.textContent = valuesBefore.join(' ');
    this.#panels[1].values.textContent = valuesAfter.join(' ');
    this.#panels[2].values.textContent = change.map(signed).join(' ');
    this.#place.textContent = `x ${x}, y ${y}`;
  }

  /** @param {KeyboardEvent} event */
  #step(event) {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    const length = event.shiftKey ? 10 : 1;
    this.#onMove({ x: this.#pixel.x + step[0] * length, y: this.#pixel.y + step[1] * length });
    this.#spoken.textContent = fill(this.#words.pixelSpoken, {
      place: this.#place.textContent ?? '',
      before: this.#panels[0].values.textContent ?? '',
      after: this.#panels[1].values.textContent ?? '',
      difference: this.#panels[2].values.textContent ?? '',
    });
  }

  /**
   * @param {Picture} picture
   * @param {number} x
   * @param {number} y
   */
  #neighbourhood(picture, x, y) {
    const left = Math.max(0, x - RADIUS);
    const top = Math.max(0, y - RADIUS);
    const width = Math.min(picture.width, x + RADIUS + 1) - left;
    const height = Math.min(picture.height, y + RADIUS + 1) - top;
    const inside = readRegion(this.#scratch, picture, { x: left, y: top, width, height }, { width, height });
    const whole = new ImageData(SIDE, SIDE);
    for (let row = 0; row < height; row++) {
      const start = 4 * ((top - (y - RADIUS) + row) * SIDE + left - (x - RADIUS));
      whole.data.set(inside.data.subarray(4 * row * width, 4 * (row + 1) * width), start);
    }
    return whole;
  }
}

/** @param {number} value */
function signed(value) {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0';
}
