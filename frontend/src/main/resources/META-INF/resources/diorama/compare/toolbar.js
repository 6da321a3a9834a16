// @ts-check
import { element } from '../element/dom.js';
import { fill } from '../text/fill.js';
import { LARGEST_GAIN } from './difference.js';

/** @typedef {import('./renderer.js').Mode} Mode */

/** @type {readonly Mode[]} */
export const MODES = ['divider', 'before', 'after', 'difference'];

/**
 * @typedef {object} ToolbarActions
 * @property {(mode: Mode) => void} mode
 * @property {(direction: 1 | -1) => void} zoom
 * @property {() => void} fit
 * @property {() => void} oneToOne
 * @property {() => void} loupe
 * @property {() => void} noise
 * @property {(gain: number) => void} gain
 */

/** Mode, zoom and panel buttons and the slider of the difference; shows a state, decides nothing. */
export class Toolbar {
  #words;
  #modes;
  #loupe;
  #noise;
  #zoom = element('output', { class: 'zoom', 'aria-live': 'off' });
  #gain;
  #gainValue = element('output');
  #gainHelp = element('small');
  #gainRow;

  /**
   * @param {import('./messages.js').CompareWords} words
   * @param {ToolbarActions} actions
   */
  constructor(words, actions) {
    this.#words = words;
    const titles = { divider: words.modeDivider, before: words.before, after: words.after, difference: words.difference };
    this.#modes = MODES.map((mode) => element('button', { type: 'button', onclick: () => actions.mode(mode) }, titles[mode]));
    this.#loupe = element('button', { type: 'button', onclick: actions.loupe }, words.loupe);
    this.#noise = element('button', { type: 'button', onclick: actions.noise }, words.noise);
    this.#gain = element('input', {
      type: 'range',
      min: 0,
      max: Math.log2(LARGEST_GAIN),
      step: 1,
      'aria-label': words.gain,
      oninput: () => actions.gain(2 ** Number(this.#gain.value)),
    });
    this.#gainRow = element('div', { class: 'gain' }, element('span', {}, words.gain), this.#gain, this.#gainValue, this.#gainHelp);
    const bar = element(
      'div',
      { class: 'toolbar' },
      element('div', { class: 'group', role: 'group', 'aria-label': words.modes }, ...this.#modes),
      element('span', { class: 'spring' }),
      element(
        'div',
        { class: 'group zoom-group', role: 'group', 'aria-label': words.zoom },
        element('button', { type: 'button', 'aria-label': words.zoomOut, title: words.zoomOut, onclick: () => actions.zoom(-1) }, '−'),
        this.#zoom,
        element('button', { type: 'button', 'aria-label': words.zoomIn, title: words.zoomIn, onclick: () => actions.zoom(1) }, '+'),
        element('button', { type: 'button', onclick: actions.fit }, words.fit),
        element('button', { type: 'button', onclick: actions.oneToOne }, words.oneToOne),
      ),
      element('div', { class: 'panels' }, this.#loupe, this.#noise),
    );
    this.node = element('div', {}, bar, this.#gainRow);
  }

  /** @param {{mode: Mode, gain: number, loupe: boolean, noise: boolean, scale: number | null, language: string}} state */
  show({ mode, gain, loupe, noise, scale, language }) {
    this.#modes.forEach((button, i) => button.setAttribute('aria-pressed', String(MODES[i] === mode)));
    this.#loupe.setAttribute('aria-pressed', String(loupe));
    this.#noise.setAttribute('aria-pressed', String(noise));
    this.#zoom.textContent =
      scale === null ? '' : scale.toLocaleString(language, { style: 'percent', maximumFractionDigits: scale < 0.1 ? 1 : 0 });
    this.#gainRow.hidden = mode !== 'difference' && !loupe;
    this.#gain.value = String(Math.log2(gain));
    this.#gain.setAttribute('aria-valuetext', `×${gain}`);
    this.#gainValue.textContent = `×${gain}`;
    this.#gainHelp.textContent = fill(this.#words.gainHelp, { gain });
  }
}
