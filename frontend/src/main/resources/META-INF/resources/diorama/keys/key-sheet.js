// @ts-check
import { element, styleSheet } from '../element/dom.js';

/** @typedef {import('./messages.js').KeyWords} KeyWords */

/**
 * Opens the sheet that lists what keys do on this page.
 *
 * @param {{keys: string, text: string}[]} entries
 * @param {KeyWords} words
 */
export function openKeySheet(entries, words) {
  const list = element('dl', { class: 'studio-keys' });
  for (const { keys, text } of entries) {
    list.append(element('dt', {}, ...strokes(keys, words.then)), element('dd', {}, text));
  }
  const close = element('button', { type: 'button', autofocus: true, onclick: () => dialog.close() }, words.close);
  const dialog = element(
    'dialog',
    { class: 'studio-key-sheet', 'aria-labelledby': 'studio-key-title', onclose: () => dialog.remove() },
    element('h2', { id: 'studio-key-title' }, words.title),
    list,
    close,
  );
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}

/**
 * @param {string} keys `n` or `g p`
 * @param {string} then
 * @returns {Node[]}
 */
function strokes(keys, then) {
  return keys
    .split(' ')
    .flatMap((key, index) => [...(index > 0 ? [document.createTextNode(` ${then} `)] : []), element('kbd', {}, key)]);
}

document.adoptedStyleSheets = [
  ...document.adoptedStyleSheets,
  styleSheet(`
    .studio-key-sheet {
      box-sizing: border-box; width: min(32rem, calc(100vw - 2rem)); max-height: calc(100dvh - 2rem); overflow: auto;
      padding: 1.5rem; border: 1px solid var(--studio-line); border-radius: var(--studio-radius);
      background: var(--studio-surface); color: var(--studio-ink);
    }
    .studio-key-sheet::backdrop { background: rgb(0 0 0 / 45%); }
    .studio-key-sheet > button {
      min-height: 2.25rem; margin-top: 1.25rem; padding: 0 1rem; border: 1px solid var(--studio-line-strong);
      border-radius: 8px; background: var(--studio-raised); color: inherit; font: inherit; cursor: pointer;
    }
  `),
];
