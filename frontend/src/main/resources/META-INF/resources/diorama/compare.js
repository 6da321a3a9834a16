// @ts-check
import { element } from './element/dom.js';
import { takeEarlyProperties } from './element/early-properties.js';
import { languageOf, wordsFor } from './element/language.js';
import { sharedStyles } from './element/shared-styles.js';
import { LARGEST_GAIN } from './compare/difference.js';
import { Loupe } from './compare/loupe.js';
import { compareMessages } from './compare/messages.js';
import { NoiseSection } from './compare/noise-section.js';
import { loadPair, PairError } from './compare/pair.js';
import { Stage } from './compare/stage.js';
import { compareStyles } from './compare/styles.js';
import { MODES, Toolbar } from './compare/toolbar.js';
import { clamp } from './compare/view.js';

/** @typedef {import('./compare/pair.js').Pair} Pair */
/** @typedef {import('./compare/renderer.js').Mode} Mode */
/** @typedef {import('./compare/view.js').Point} Point */
/** @typedef {import('./compare/noise-statistics.js').NoiseReport} NoiseReport */
/** @typedef {import('./compare/messages.js').CompareWords} CompareWords */

/**
 * `<diorama-compare>`: two pictures of one size, before and after, down to the single pixel and its noise.
 *
 * Attributes, reread whenever they change:
 * - `before`, `after`: addresses of the pictures, of this origin or `blob:`
 * - `before-label`, `after-label`: names shown on the pictures; "Before", "After" if absent
 * - `level`: text behind the after label, such as "ISO 1600"
 * - `mode`: `divider` (if absent) | `before` | `after` | `difference`; property `mode`
 * - `gain`: 1 … 64, the N of 128 + N·(after − before), 8 if absent; property `gain`
 * - `loupe`, `noise`: present means that panel is open
 *
 * Properties: `i18n`, a partial table over compare/messages.js; `noiseReport`, the last measurement or null (read only).
 *
 * Events, bubbling: `compare-ready` {width, height} · `compare-failed` {message} · `mode-changed` {mode} ·
 * `noise-measured` {pixels, deviations: [r, g, b], means: [r, g, b]}.
 *
 * Keys within the element: ← → divider (with Shift 10 %), arrows pan in the other modes, + − zoom, 0 fit, 1 is 1:1,
 * D difference, L loupe, N noise. Custom property `--diorama-compare-height`.
 */
export class DioramaCompare extends HTMLElement {
  static observedAttributes = ['before', 'after', 'before-label', 'after-label', 'level', 'mode', 'gain', 'loupe', 'noise'];

  #root = this.attachShadow({ mode: 'open' });
  /** @type {Partial<CompareWords> | null} */
  #i18n = null;
  /** @type {Parts | null} null while the element is outside the document */
  #parts = null;
  /** @type {AbortController | null} lives as long as one pair of addresses */
  #loading = null;
  /** @type {Pair | null} owned */
  #pair = null;
  /** @type {Point} picture point under the loupe */
  #point = { x: 0, y: 0 };
  /** @type {number | null} */
  #scale = null;
  /** @type {NoiseReport | null} */
  #noiseReport = null;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sharedStyles, compareStyles];
    takeEarlyProperties(this, ['i18n', 'mode', 'gain']);
  }

  connectedCallback() {
    this.#build();
    this.#load();
  }

  disconnectedCallback() {
    this.#parts?.stage.close();
    this.#parts = null;
    this.#root.replaceChildren();
    this.#unload();
  }

  /**
   * @param {string} name
   * @param {string | null} previous
   * @param {string | null} value
   */
  attributeChangedCallback(name, previous, value) {
    if (this.#parts === null || previous === value) {
      return;
    }
    if (name === 'before' || name === 'after') {
      this.#load();
    } else {
      this.#show();
    }
    if (name === 'mode') {
      this.#announce('mode-changed', { mode: this.mode });
    }
  }

  get i18n() {
    return this.#i18n;
  }

  set i18n(words) {
    this.#i18n = words;
    if (this.#parts !== null) {
      this.disconnectedCallback();
      this.connectedCallback();
    }
  }

  get noiseReport() {
    return this.#noiseReport;
  }

  /** @returns {Mode} */
  get mode() {
    const wanted = this.getAttribute('mode');
    return MODES.find((mode) => mode === wanted) ?? 'divider';
  }

  set mode(mode) {
    this.setAttribute('mode', mode);
  }

  get gain() {
    const wanted = Number(this.getAttribute('gain') ?? 8);
    return Number.isFinite(wanted) ? clamp(wanted, 1, LARGEST_GAIN) : 8;
  }

  set gain(gain) {
    this.setAttribute('gain', String(gain));
  }

  get #words() {
    return wordsFor(this, compareMessages, this.#i18n);
  }

  #build() {
    const words = this.#words;
    const stage = new Stage(words, {
      looked: (point) => this.hasAttribute('loupe') && this.#look(point),
      zoomed: (scale) => {
        this.#scale = scale;
        this.#showToolbar();
      },
    });
    const toolbar = new Toolbar(words, {
      mode: (mode) => (this.mode = mode),
      zoom: (direction) => stage.zoom(2 ** direction),
      fit: () => stage.fit(),
      oneToOne: () => stage.oneToOne(),
      loupe: () => this.toggleAttribute('loupe'),
      noise: () => this.toggleAttribute('noise'),
      gain: (gain) => (this.gain = gain),
    });
    const loupe = new Loupe(words, (pixel) => this.#look({ x: pixel.x + 0.5, y: pixel.y + 0.5 }));
    const cover = element('div', { class: 'cover', role: 'status' });
    const notice = element('p', { class: 'notice', hidden: true }, words.reduced);
    const noise = new NoiseSection(words, languageOf(this), (report) => {
      this.#noiseReport = report;
      this.#announce('noise-measured', { pixels: report.pixels, deviations: report.deviations, means: report.means });
    });
    stage.node.append(cover);
    this.#parts = { stage, toolbar, loupe, cover, notice, noise };
    const whole = element('div', { onkeydown: (event) => this.#key(event) }, toolbar.node, stage.node, notice, loupe.node, noise.node);
    this.#root.replaceChildren(whole);
  }

  async #load() {
    this.#unload();
    const loading = new AbortController();
    this.#loading = loading;
    const words = this.#words;
    const [before, after] = [this.getAttribute('before'), this.getAttribute('after')];
    this.#cover(before && after ? [element('div', { class: 'spinner' }), element('p', {}, words.loading)] : [element('p', {}, words.missing)]);
    this.#show();
    if (!before || !after) {
      return;
    }
    try {
      const pair = await loadPair({ before, after }, this.#labels(), words, loading.signal);
      this.#pair = pair;
      this.#point = { x: pair.before.width / 2, y: pair.before.height / 2 };
      this.#cover([]);
      this.#parts?.stage.show(pair);
      this.#show();
      this.#announce('compare-ready', { width: pair.before.width, height: pair.before.height });
    } catch (error) {
      if (loading.signal.aborted) {
        return; // another pair is on its way, or the element has left
      }
      if (!(error instanceof PairError)) {
        throw error;
      }
      const retry = element('button', { type: 'button', onclick: () => this.#load() }, words.retry);
      this.#cover([element('p', { class: 'error' }, error.message), retry]);
      this.#announce('compare-failed', { message: error.message });
    }
  }

  #unload() {
    this.#loading?.abort();
    this.#loading = null;
    this.#parts?.stage.show(null);
    this.#pair?.before.close();
    this.#pair?.after.close();
    this.#pair = null;
    this.#scale = null;
    this.#noiseReport = null;
  }

  /** Brings every part in line with attributes and pictures. */
  #show() {
    if (this.#parts === null) {
      return;
    }
    const { stage, loupe, noise, notice } = this.#parts;
    const loupeOpen = this.hasAttribute('loupe');
    stage.labels = this.#labels();
    stage.settings = { mode: this.mode, gain: this.gain, loupe: loupeOpen };
    loupe.node.hidden = !loupeOpen || this.#pair === null;
    noise.show(this.hasAttribute('noise') ? this.#pair : null, this.#loading?.signal);
    notice.hidden = !(this.#pair?.before.reduced || this.#pair?.after.reduced);
    this.#showToolbar();
    if (loupeOpen) {
      this.#look(this.#point);
    }
  }

  #showToolbar() {
    this.#parts?.toolbar.show({
      mode: this.mode,
      gain: this.gain,
      loupe: this.hasAttribute('loupe'),
      noise: this.hasAttribute('noise'),
      scale: this.#scale,
      language: languageOf(this),
    });
  }

  /** @param {Point} point picture coordinates */
  #look(point) {
    if (this.#pair !== null) {
      this.#point = point;
      this.#parts?.loupe.show(this.#pair, point, this.gain);
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const target = event.composedPath()[0];
    if (event.ctrlKey || event.altKey || event.metaKey || target instanceof HTMLInputElement || this.#pair === null) {
      return;
    }
    const key = event.key.toLowerCase();
    if (key === 'd') {
      this.mode = this.mode === 'difference' ? 'divider' : 'difference';
    } else if (key === 'l' || key === 'n') {
      this.toggleAttribute(key === 'l' ? 'loupe' : 'noise');
    } else if (!this.#parts?.stage.key(event)) {
      return;
    }
    event.preventDefault();
  }

  #labels() {
    const words = this.#words;
    const after = this.getAttribute('after-label') || words.after;
    const level = this.getAttribute('level');
    return { before: this.getAttribute('before-label') || words.before, after: level ? `${after} · ${level}` : after };
  }

  /** @param {HTMLElement[]} content nothing: the pictures show */
  #cover(content) {
    if (this.#parts !== null) {
      this.#parts.cover.replaceChildren(...content);
      this.#parts.cover.classList.toggle('empty', content.length === 0);
    }
  }

  /**
   * @param {string} name
   * @param {object} detail
   */
  #announce(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

/**
 * @typedef {object} Parts
 * @property {Stage} stage
 * @property {Toolbar} toolbar
 * @property {Loupe} loupe
 * @property {HTMLElement} cover
 * @property {HTMLElement} notice
 * @property {NoiseSection} noise
 */

customElements.define('diorama-compare', DioramaCompare);
