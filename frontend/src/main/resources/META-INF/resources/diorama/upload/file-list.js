// @ts-check
import { element } from '../element/dom.js';

/** @typedef {import('./file-row.js').FileRow} FileRow */

/** The list of rows: one tab stop, arrow keys move among the rows, and focus has somewhere to go when one is removed. */
export class FileList {
  /** @type {FileRow[]} */
  #rows = [];
  #onEmptied;

  /** @param {() => void} onEmptied the focused row was the last */
  constructor(onEmptied) {
    this.#onEmptied = onEmptied;
    this.node = element('ul', { onkeydown: (event) => this.#key(event) });
  }

  /** @param {FileRow} row */
  add(row) {
    this.#rows.push(row);
    this.node.append(row.node);
    this.#rows[0].node.tabIndex = 0;
  }

  clear() {
    this.#rows = [];
    this.node.replaceChildren();
  }

  /** @param {FileRow} row */
  remove(row) {
    const place = this.#rows.indexOf(row);
    const focused = row.node.matches(':focus-within');
    this.#rows = this.#rows.filter((other) => other !== row);
    row.node.remove();
    const next = this.#rows[Math.min(place, this.#rows.length - 1)];
    if (next !== undefined) {
      this.#stop(next, focused);
    } else if (focused) {
      this.#onEmptied();
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const place = this.#rows.findIndex((row) => row.node.matches(':focus-within'));
    const next = this.#rows[place + step];
    if (step !== 0 && next !== undefined) {
      event.preventDefault();
      this.#stop(next, true);
    }
  }

  /**
   * @param {FileRow} row becomes the tab stop
   * @param {boolean} focus
   */
  #stop(row, focus) {
    this.#rows.forEach((other) => (other.node.tabIndex = other === row ? 0 : -1));
    if (focus) {
      row.node.focus();
    }
  }
}
