// @ts-check
import { element, svg } from '../element/dom.js';
import { fill } from '../text/fill.js';
import { formatBytes } from '../text/quantity.js';

/** @typedef {import('./file-upload.js').FileUpload} FileUpload */
/** @typedef {import('./messages.js').UploadWords} UploadWords */
/** @typedef {{state: import('./file-upload.js').UploadState, sent: number, detail: string | null, retryable: boolean}} RowState */
/** @typedef {{toggle: () => void, remove: () => void}} RowActions */

const ICONS = {
  pause: 'M6 4v12M14 4v12',
  resume: 'M6 3.5v13l10-6.5z',
  again: 'M16 10a6 6 0 1 1-2-4.5M16 3v4h-4',
  remove: 'M5 5l10 10M15 5 5 15',
  finished: 'M4 10.5 8.5 15 16 6',
  refused: 'M10 3.5v8M10 15v1.5',
};

/** One file in the list: name, bar, state in words, and what can be done with it. */
export class FileRow {
  #words;
  #language;
  #file;
  #mark = element('span', { class: 'mark', 'aria-hidden': 'true' });
  #status = element('span', { class: 'status' });
  #bar;
  #fill = element('span');
  #toggle;
  /** @type {string} */
  #icon = '';

  /**
   * @param {{name: string, size: number}} file
   * @param {UploadWords} words
   * @param {string} language
   * @param {RowActions} actions
   */
  constructor(file, words, language, actions) {
    this.#words = words;
    this.#language = language;
    this.#file = file;
    const name = file.name;
    this.#toggle = element('button', { type: 'button', class: 'icon', onclick: actions.toggle });
    this.#bar = element('div', { class: 'bar', role: 'progressbar', 'aria-label': name, 'aria-valuemin': 0, 'aria-valuemax': 100 }, this.#fill);
    const remove = element(
      'button',
      { type: 'button', class: 'icon', 'aria-label': fill(words.remove, { name }), title: fill(words.remove, { name }), onclick: actions.remove },
      icon('remove'),
    );
    this.node = element(
      'li',
      { class: 'row', tabindex: -1, onkeydown: (event) => this.#key(event, actions) },
      this.#mark,
      element('div', { class: 'text' }, element('bdi', { class: 'name', title: name }, name), this.#status, this.#bar),
      element('div', { class: 'actions' }, this.#toggle, remove),
    );
  }

  /** @param {RowState} row */
  show({ state, sent, detail, retryable }) {
    const words = this.#words;
    const amounts = { sent: formatBytes(sent, this.#language), size: formatBytes(this.#file.size, this.#language) };
    const percent = this.#file.size === 0 ? 0 : Math.floor((100 * sent) / this.#file.size);
    this.node.dataset.state = state;
    this.#status.textContent = detail ?? fill(words[state], amounts);
    this.#fill.style.width = `${percent}%`;
    this.#bar.setAttribute('aria-valuenow', String(percent));
    this.#bar.hidden = state === 'finished' || state === 'refused';
    const action = state === 'paused' ? 'resume' : state === 'refused' ? 'again' : 'pause';
    this.#toggle.hidden = state === 'finished' || (state === 'refused' && !retryable);
    const label = fill(words[action], { name: this.#file.name });
    if (this.#icon !== state) {
      this.#icon = state;
      this.#toggle.replaceChildren(icon(action));
      this.#toggle.setAttribute('aria-label', label);
      this.#toggle.title = label;
      this.#mark.replaceChildren(...(state === 'finished' || state === 'refused' ? [icon(state)] : []));
    }
  }

  /**
   * @param {KeyboardEvent} event
   * @param {RowActions} actions
   */
  #key(event, actions) {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      actions.remove();
    } else if (event.key === ' ' && event.target === this.node && !this.#toggle.hidden) {
      actions.toggle();
    } else {
      return;
    }
    event.preventDefault();
  }
}

/** @param {keyof typeof ICONS} name */
function icon(name) {
  return svg(
    'svg',
    { viewBox: '0 0 20 20', width: 20, height: 20, 'aria-hidden': 'true' },
    svg('path', { d: ICONS[name], fill: 'none', stroke: 'currentColor', 'stroke-width': 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }),
  );
}
