// @ts-check
import { wordsFor } from './element/language.js';
import { openKeySheet } from './keys/key-sheet.js';
import { keyMessages } from './keys/messages.js';
import { watchConnection } from './keys/offline-banner.js';
import { Strokes } from './keys/strokes.js';

/**
 * Keys of the whole page. An element with `data-key="n"` is clicked when N is pressed, one with `data-key="g p"` when G
 * and then P are; `?` lists them, `/` goes to the search, Escape closes. Typing, open dialogs, and elements that handle
 * their own keys (they call `preventDefault`, or carry `data-own-keys`) are left alone.
 */

const TYPING = 'input, textarea, select, [contenteditable]:not([contenteditable="false"]), [data-own-keys], [role="application"]';
const MODAL = 'dialog[open], vaadin-dialog[opened], vaadin-confirm-dialog[opened]';
const SEARCH = '[data-search], [type="search"], vaadin-text-field[role="search"], vaadin-multi-select-combo-box, vaadin-combo-box';

const strokes = new Strokes();

/** @param {KeyboardEvent} event */
function press(event) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) {
    return;
  }
  const path = event.composedPath().filter((node) => node instanceof Element);
  if (path.some((node) => /** @type {Element} */ (node).matches(TYPING)) || document.querySelector(MODAL) !== null) {
    return;
  }
  if (event.key === '?') {
    event.preventDefault();
    openKeySheet(entries(), words());
    return;
  }
  if (event.key === '/') {
    const field = visible(SEARCH)[0];
    if (field !== undefined) {
      event.preventDefault();
      field.focus();
    }
    return;
  }
  const elements = visible('[data-key]');
  const name = strokes.press(event.key.toLowerCase(), event.timeStamp, elements.map(keyOf));
  if (name !== null) {
    event.preventDefault();
    elements.find((candidate) => keyOf(candidate) === name)?.click();
  }
}

/** @returns {{keys: string, text: string}[]} */
function entries() {
  const own = visible('[data-key]').map((node) => ({ keys: keyOf(node), text: nameOf(node) }));
  const { search, help, escape } = words();
  const fixed = [{ keys: '?', text: help }, { keys: 'Esc', text: escape }];
  return [...own, ...(visible(SEARCH).length > 0 ? [{ keys: '/', text: search }] : []), ...fixed];
}

/** @param {string} selector */
function visible(selector) {
  const found = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]);
  return found.filter((node) => node.checkVisibility() && !node.hasAttribute('disabled'));
}

/** @param {HTMLElement} node */
function keyOf(node) {
  return (node.dataset.key ?? '').toLowerCase();
}

/** @param {HTMLElement} node */
function nameOf(node) {
  const heading = node.querySelector('h2, h3');
  return (node.getAttribute('aria-label') ?? (heading ?? node).textContent ?? '').trim();
}

function words() {
  return wordsFor(document.documentElement, keyMessages, null);
}

const STARTED = Symbol.for('diorama.keys');
const page = /** @type {Record<symbol, boolean>} */ (/** @type {unknown} */ (window));
if (!page[STARTED]) {
  page[STARTED] = true;
  addEventListener('keydown', press);
  watchConnection(() => words().offline);
}
