// @ts-check
import { element } from '../element/dom.js';
import { measureNoise } from './noise-measurement.js';
import { noisePanel } from './noise-panel.js';

/** @typedef {import('./pair.js').Pair} Pair */
/** @typedef {import('./messages.js').CompareWords} CompareWords */
/** @typedef {import('./noise-statistics.js').NoiseReport} NoiseReport */

/** The noise panel with its states: closed, measuring, shown, failed. Measures a pair once, when first opened. */
export class NoiseSection {
  #words;
  #language;
  #onReport;
  /** @type {Pair | null} borrowed; the pair whose numbers are shown or on their way */
  #measured = null;

  /**
   * @param {CompareWords} words
   * @param {string} language
   * @param {(report: NoiseReport) => void} onReport
   */
  constructor(words, language, onReport) {
    this.#words = words;
    this.#language = language;
    this.#onReport = onReport;
    this.node = element('section', { class: 'noise', 'aria-label': words.noise });
  }

  /**
   * @param {Pair | null} pair null closes the panel
   * @param {AbortSignal | undefined} signal ends when the pair does
   */
  async show(pair, signal) {
    this.node.hidden = pair === null;
    if (pair === null || signal === undefined || pair === this.#measured) {
      return;
    }
    this.#measured = pair;
    if (pair.before.reduced || pair.after.reduced) {
      this.node.replaceChildren(element('p', {}, this.#words.noiseReduced));
      return;
    }
    this.node.replaceChildren(element('p', { role: 'status' }, this.#words.noiseMeasuring));
    try {
      const report = await measureNoise(pair, signal);
      this.node.replaceChildren(noisePanel(report, this.#words, this.#language));
      this.#onReport(report);
    } catch {
      if (!signal.aborted) {
        this.#measured = null;
        this.node.replaceChildren(element('p', { class: 'error' }, this.#words.noiseFailed));
      }
    }
  }
}
