// @ts-check
import { localPath } from './door/local-path.js';
import { styleSheet } from './element/dom.js';
import { problemDetail } from './upload/problem.js';

/**
 * `<diorama-form>` around a native `<form>` whose fields are Vaadin's: posts it, goes on when it was taken, and says why
 * when it was not, with everything typed still there. The server's answer sets the session cookie, which no script can.
 *
 * Attributes: `action` (same origin) · `next`, a path of this site to go to afterwards · `unreachable`, what to say when
 * no answer comes · `message-CODE` in lower case, words for a refusal with that `code` instead of the server's `detail`.
 *
 * Inside the form: `[data-submit]` sends it, `[data-repeats="name"]` must hold the same as the field of that name, and
 * `[role=alert]` shows what went wrong.
 */
export class DioramaForm extends HTMLElement {
  #busy = false;

  constructor() {
    super();
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#send();
    });
    this.addEventListener('click', (event) => {
      if (event.target instanceof Element && event.target.closest('[data-submit]') !== null) {
        this.#form.requestSubmit();
      }
    });
  }

  get #form() {
    return /** @type {HTMLFormElement} */ (this.querySelector('form'));
  }

  async #send() {
    if (this.#busy || !this.#isValid()) {
      return;
    }
    this.#setBusy(true);
    this.#say('');
    const refusal = await this.#post().catch(() => this.getAttribute('unreachable') ?? '');
    if (refusal === null) {
      location.assign(localPath(this.getAttribute('next'), location.href));
      return; // stays busy until the next page is there
    }
    this.#setBusy(false);
    this.#say(refusal);
  }

  /** @returns {Promise<string | null>} why not, null if it was taken */
  async #post() {
    const values = [...new FormData(this.#form)].map(([name, value]) => [name, String(value)]);
    const answer = await fetch(this.getAttribute('action') ?? '', {
      method: 'POST',
      headers: { Accept: 'application/json, application/problem+json', 'X-Requested-With': 'diorama' },
      body: new URLSearchParams(values),
      redirect: 'error',
    });
    if (answer.ok) {
      return null;
    }
    const body = await answer.text();
    return this.getAttribute(`message-${codeOf(body)}`) ?? problemDetail(body) ?? `${answer.status} ${answer.statusText}`;
  }

  /** @returns {boolean} whether each field takes what it holds; else the first that does not has the focus */
  #isValid() {
    const fields = [...this.#form.children].filter((field) => 'validate' in field);
    const wrong = fields.filter((field) => !isValid(this.#form, /** @type {any} */ (field)));
    /** @type {HTMLElement | undefined} */ (wrong[0])?.focus();
    return wrong.length === 0;
  }

  /** @param {boolean} busy */
  #setBusy(busy) {
    this.#busy = busy;
    this.#form.querySelectorAll('[data-submit]').forEach((button) => button.toggleAttribute('disabled', busy));
  }

  /** @param {string} text */
  #say(text) {
    const notice = /** @type {HTMLElement} */ (this.#form.querySelector('[role=alert]'));
    notice.hidden = text === '';
    notice.textContent = text;
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement & {value: string, invalid: boolean, validate: () => boolean}} field
 * @returns {boolean}
 */
function isValid(form, field) {
  const repeated = field.dataset.repeats;
  if (repeated === undefined) {
    return field.validate();
  }
  field.invalid = field.value !== new FormData(form).get(repeated);
  return !field.invalid;
}

/**
 * @param {string} body problem details
 * @returns {string} their `code` in lower case
 */
function codeOf(body) {
  try {
    return String(JSON.parse(body)?.code).toLowerCase();
  } catch {
    return '';
  }
}

const styles = styleSheet(`
  diorama-form { display: block; }
  diorama-form form { display: grid; gap: 0.5rem; }
  diorama-form [data-submit] { margin-top: 0.75rem; }
`);

if (customElements.get('diorama-form') === undefined) {
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, styles];
  customElements.define('diorama-form', DioramaForm);
}
