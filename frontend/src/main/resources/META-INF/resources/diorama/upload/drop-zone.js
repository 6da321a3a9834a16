// @ts-check
import { element, svg } from '../element/dom.js';
import { fill } from '../text/fill.js';
import { formatBytes } from '../text/quantity.js';

/** @typedef {import('./messages.js').UploadWords} UploadWords */

/** The dashed field with its file picker, and the veil over the window while files are held over it. */
export class DropZone {
  #drop = element('p', { class: 'drop' });
  #choose = element('button', { type: 'button', onclick: () => this.pick() });
  #limits = element('p', { class: 'limits' });
  #input = element('input', { type: 'file', multiple: true, hidden: true, onchange: () => this.#picked() });
  #disabled = false;
  #onFiles;

  node = element('div', { class: 'zone' }, tray(), this.#drop, this.#choose, this.#limits, this.#input);
  veil = element('div', { class: 'veil', hidden: true });

  /** @param {(files: File[]) => void} onFiles */
  constructor(onFiles) {
    this.#onFiles = onFiles;
  }

  /**
   * @param {UploadWords} words
   * @param {{accept: string, maxSize: number, disabled: boolean, language: string}} limits
   */
  show(words, { accept, maxSize, disabled, language }) {
    this.#disabled = disabled;
    this.#drop.textContent = words.dropHere;
    this.#choose.textContent = words.choose;
    this.#choose.disabled = disabled;
    this.#input.accept = accept;
    this.#limits.hidden = maxSize === Infinity;
    this.#limits.textContent = fill(words.limits, { size: formatBytes(maxSize, language) });
    this.veil.textContent = words.dropAnywhere;
  }

  pick() {
    this.#input.click();
  }

  focus() {
    this.#choose.focus();
  }

  /** @param {boolean} over files are held over the window */
  hover(over) {
    this.veil.hidden = !over || this.#disabled;
  }

  #picked() {
    this.#onFiles([...(this.#input.files ?? [])]);
    this.#input.value = ''; // so that the same file can be chosen again
  }
}

function tray() {
  const path = svg('path', {
    d: 'M16 21V6m-6 5.5L16 5.5l6 6M5 19v5.5A2.5 2.5 0 0 0 7.5 27h17a2.5 2.5 0 0 0 2.5-2.5V19',
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 2.2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
  return svg('svg', { class: 'tray', viewBox: '0 0 32 32', width: 32, height: 32, 'aria-hidden': 'true' }, path);
}
