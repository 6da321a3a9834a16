// @ts-check
import { element, svg } from '../element/dom.js';
import { fill } from '../text/fill.js';
import { Gestures } from './gestures.js';
import { Renderer } from './renderer.js';
import * as viewing from './view.js';

/** @typedef {import('./pair.js').Pair} Pair */
/** @typedef {import('./renderer.js').Mode} Mode */
/** @typedef {import('./view.js').Point} Point */
/** @typedef {import('./view.js').View} View */

/** Longer sides cost frames and show nothing more. */
const LONGEST_CANVAS_SIDE = 4096;
const KEY_ZOOM = 2;
const PAN_STEP = 40;
const ARROWS = /** @type {Record<string, Point>} */ ({
  ArrowLeft: { x: 1, y: 0 },
  ArrowRight: { x: -1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
});

/**
 * @typedef {object} StageListener
 * @property {(point: Point) => void} looked the pointer is over this picture point
 * @property {(scale: number) => void} zoomed
 */

/**
 * The canvas with its divider: owns zoom, pan and divider position, draws at most once a frame, only when something changed.
 */
export class Stage {
  #words;
  #listener;
  #canvas = element('canvas', { 'aria-hidden': 'true' });
  #tags = { before: element('span', { class: 'tag before' }), after: element('span', { class: 'tag after' }) };
  #handle;
  #renderer = new Renderer(this.#canvas);
  #life = new AbortController();
  #frame = 0;
  /** @type {Pair | null} */
  #pair = null;
  /** @type {View | null} null: fitted, and stays so when the stage changes its size */
  #view = null;
  #divider = 0.5;
  /** @type {{mode: Mode, gain: number, loupe: boolean}} */
  #settings = { mode: 'divider', gain: 8, loupe: false };

  /**
   * @param {import('./messages.js').CompareWords} words
   * @param {StageListener} listener
   */
  constructor(words, listener) {
    this.#words = words;
    this.#listener = listener;
    this.#handle = element(
      'div',
      { class: 'handle', role: 'slider', tabindex: 0, 'aria-label': words.divider, 'aria-valuemin': 0, 'aria-valuemax': 100 },
      element('div', { class: 'grip' }, grip()),
    );
    this.node = element(
      'div',
      { class: 'stage', tabindex: 0, role: 'group', 'aria-label': words.stage },
      this.#canvas,
      this.#tags.before,
      this.#tags.after,
      this.#handle,
    );
    const { signal } = this.#life;
    new Gestures(this.node, this.#handle, this.#gestures(), signal);
    this.#canvas.addEventListener('contextrestored', () => this.#changed(), { signal });
    const observer = new ResizeObserver(() => this.#resize());
    observer.observe(this.node);
    signal.addEventListener('abort', () => observer.disconnect());
  }

  close() {
    this.#life.abort();
    cancelAnimationFrame(this.#frame);
  }

  /** @param {Pair | null} pair borrowed, not owned */
  show(pair) {
    this.#pair = pair;
    this.#view = null;
    this.#changed();
  }

  /** @param {{mode: Mode, gain: number, loupe: boolean}} settings */
  set settings(settings) {
    this.#settings = settings;
    this.#changed();
  }

  /** @param {{before: string, after: string}} labels */
  set labels(labels) {
    this.#tags.before.textContent = labels.before;
    this.#tags.after.textContent = labels.after;
  }

  fit() {
    this.#setView(null);
  }

  /** @param {number} factor about the middle of the stage */
  zoom(factor) {
    this.#zoomAt(factor, { x: this.#canvas.width / 2, y: this.#canvas.height / 2 });
  }

  oneToOne() {
    this.zoom(1 / this.#currentView().scale);
  }

  /**
   * @param {KeyboardEvent} event
   * @returns {boolean} the key was meant for the stage
   */
  key(event) {
    const arrow = ARROWS[event.key];
    if (arrow !== undefined && arrow.x !== 0 && this.#settings.mode === 'divider') {
      this.#setDivider(this.#divider - (arrow.x * (event.shiftKey ? 10 : 1)) / 100);
    } else if (arrow !== undefined) {
      const step = PAN_STEP * devicePixelRatio * (event.shiftKey ? 5 : 1);
      return this.#setView(viewing.pan(this.#currentView(), { x: arrow.x * step, y: arrow.y * step }, this.#size(), this.#pictureSize()));
    } else if (event.key === 'Home' || event.key === 'End') {
      this.#setDivider(event.key === 'Home' ? 0 : 1);
    } else if (event.key === '+' || event.key === '=') {
      this.zoom(KEY_ZOOM);
    } else if (event.key === '-') {
      this.zoom(1 / KEY_ZOOM);
    } else if (event.key === '0') {
      this.fit();
    } else if (event.key === '1') {
      this.oneToOne();
    } else {
      return false;
    }
    return true;
  }

  /** @returns {import('./gestures.js').GestureTarget} */
  #gestures() {
    return {
      beginDrag: (_, onHandle) => (this.#settings.mode === 'divider' && (onHandle || this.#isFitted()) ? 'divider' : 'pan'),
      moveDivider: (point) => this.#setDivider(point.x / this.#canvas.width),
      pan: (by) => this.#setView(viewing.pan(this.#currentView(), by, this.#size(), this.#pictureSize())),
      zoom: (factor, point) => this.#zoomAt(factor, point),
      toggleOneToOne: (point) => (this.#isFitted() ? this.#zoomAt(1 / this.#currentView().scale, point) : this.fit()),
      hover: (point) => this.#pair && this.#listener.looked(viewing.toPicture(this.#currentView(), point, this.#size())),
    };
  }

  /** @param {number} divider fraction of the stage's width */
  #setDivider(divider) {
    this.#divider = viewing.clamp(divider, 0, 1);
    this.#changed();
  }

  /**
   * @param {number} factor
   * @param {Point} point
   * @returns {boolean} whether anything changed
   */
  #zoomAt(factor, point) {
    return this.#setView(viewing.zoomAt(this.#currentView(), factor, point, this.#size(), this.#pictureSize()));
  }

  /**
   * @param {View | null} view
   * @returns {boolean} whether anything changed
   */
  #setView(view) {
    const last = this.#currentView();
    this.#view = view;
    this.#changed();
    const now = this.#currentView();
    return now.scale !== last.scale || now.x !== last.x || now.y !== last.y;
  }

  #currentView() {
    return this.#view ?? viewing.fitView(this.#size(), this.#pictureSize());
  }

  #isFitted() {
    return this.#currentView().scale <= viewing.fitScale(this.#size(), this.#pictureSize());
  }

  #size() {
    return { width: this.#canvas.width, height: this.#canvas.height };
  }

  #pictureSize() {
    return this.#pair?.before ?? { width: 1, height: 1 };
  }

  #resize() {
    this.#canvas.width = viewing.clamp(Math.round(this.#canvas.clientWidth * devicePixelRatio), 1, LONGEST_CANVAS_SIDE);
    this.#canvas.height = viewing.clamp(Math.round(this.#canvas.clientHeight * devicePixelRatio), 1, LONGEST_CANVAS_SIDE);
    this.#view = this.#view && viewing.clampView(this.#view, this.#size(), this.#pictureSize());
    this.#draw(); // at once: setting the size has cleared the canvas
  }

  #changed() {
    this.#frame ||= requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const { mode, loupe } = this.#settings;
    const percent = Math.round(this.#divider * 100);
    this.#handle.hidden = mode !== 'divider' || this.#pair === null;
    this.#handle.style.left = `${this.#divider * 100}%`;
    this.#handle.setAttribute('aria-valuenow', String(percent));
    this.#handle.setAttribute('aria-valuetext', fill(this.#words.dividerValue, { percent }));
    this.#tags.before.hidden = this.#pair === null || !(mode === 'before' || (mode === 'divider' && percent > 8));
    this.#tags.after.hidden = this.#pair === null || !(mode === 'after' || (mode === 'divider' && percent < 92));
    this.node.classList.toggle('zoomed', !this.#isFitted());
    this.node.classList.toggle('loupe-on', loupe);
    if (this.#pair !== null) {
      const view = this.#currentView();
      this.#renderer.draw(this.#pair, view, { ...this.#settings, divider: this.#divider });
      this.#listener.zoomed(view.scale);
    }
  }
}

function grip() {
  return svg(
    'svg',
    { viewBox: '0 0 20 20', width: 20, height: 20, 'aria-hidden': 'true' },
    svg('path', { d: 'M7 5 2.5 10 7 15M13 5l4.5 5-4.5 5', fill: 'none', stroke: 'currentColor', 'stroke-width': 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }),
  );
}
