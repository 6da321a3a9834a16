// @ts-check
import { element } from './element/dom.js';
import { takeEarlyProperties } from './element/early-properties.js';
import { languageOf, wordsFor } from './element/language.js';
import { sharedStyles } from './element/shared-styles.js';
import { fill } from './text/fill.js';
import { formatBytes } from './text/quantity.js';
import { DropZone } from './upload/drop-zone.js';
import { FileList } from './upload/file-list.js';
import { FileRow } from './upload/file-row.js';
import { dropped, objection } from './upload/intake.js';
import { uploadMessages } from './upload/messages.js';
import { explainRefusal, isRetryable } from './upload/refusal.js';
import { UploadSession } from './upload/session.js';
import { uploadStyles } from './upload/styles.js';
import { summarySentence } from './upload/summary.js';
import { acceptWindowDrops } from './upload/window-drop.js';

/** @typedef {import('./upload/file-upload.js').FileUpload} FileUpload */
/** @typedef {import('./upload/messages.js').UploadWords} UploadWords */
/** @typedef {import('./upload/session.js').UploadStatus} UploadStatus */

/**
 * `<diorama-upload>`: drop zone, file picker and list of resumable uploads (tus 1.0). While it is in the document the whole
 * window takes drops. An interrupted file goes on by itself when the network is back; after a reload, once it is chosen
 * again. Taking the element out of the document stops what is being sent.
 *
 * Attributes: `endpoint` (same origin, takes the tus POST; required) · `accept` as of `<input>` · `max-size` in bytes ·
 * `compact` (a low zone) · `disabled` (takes no new files).
 *
 * Properties: `metadata`, an object of strings sent with each file beside `filename` and `filetype` · `i18n`, a partial
 * table over upload/messages.js · `status`, as in `upload-state` (read only). Methods: `pick()` opens the file picker (from
 * a click or key) · `add(files)` · `clearEnded()` takes finished and refused files off the list.
 *
 * Events, bubbling: `upload-finished` {name, size, location} · `upload-refused` {name, detail, status; 0 = never sent} ·
 * `upload-state` {files, finished, refused, active, waiting, paused, bytes, sentBytes, bytesPerSecond, secondsLeft}, at
 * most 4 a second. Keys in the list: arrows, Space pauses or resumes, Delete removes.
 */
export class DioramaUpload extends HTMLElement {
  static observedAttributes = ['accept', 'max-size', 'disabled'];

  #root = this.attachShadow({ mode: 'open' });
  /** @type {Partial<UploadWords> | null} */
  #i18n = null;
  /** @type {Record<string, string>} */
  #metadata = {};
  /** @type {{session: UploadSession, abort: AbortController} | null} from connect to disconnect */
  #life = null;
  /** @type {Map<FileRow, FileUpload | null>} null: refused before anything was sent */
  #rows = new Map();
  #zone = new DropZone((files) => this.add(files));
  #summary = element('span', { class: 'summary' });
  #clear = element('button', { type: 'button', onclick: () => this.clearEnded() });
  #foot = element('div', { class: 'foot', hidden: true }, this.#summary, this.#clear);
  #list = new FileList(() => this.#zone.focus());
  #spoken = element('div', { class: 'visually-hidden', role: 'status' });

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sharedStyles, uploadStyles];
    this.#root.append(this.#zone.node, this.#foot, this.#list.node, this.#spoken, this.#zone.veil);
    takeEarlyProperties(this, ['i18n', 'metadata']);
  }

  connectedCallback() {
    if (this.#life !== null) {
      return; // only moved within the document, see disconnectedCallback
    }
    const session = new UploadSession((status) => this.#tick(status));
    const abort = new AbortController();
    this.#life = { session, abort };
    this.#showWords();
    const { signal } = abort;
    acceptWindowDrops((transfer) => this.#dropped(transfer), (over) => this.#zone.hover(over), signal);
    addEventListener('beforeunload', (event) => session.status().active > 0 && event.preventDefault(), { signal });
  }

  disconnectedCallback() {
    // A move inside the document also disconnects, but connects again within the task; it must not stop the uploads.
    queueMicrotask(() => {
      if (!this.isConnected && this.#life !== null) {
        this.#life.abort.abort();
        this.#life.session.close();
        this.#life = null;
        this.#rows.clear();
        this.#list.clear();
        this.#foot.hidden = true;
        this.#zone.hover(false);
      }
    });
  }

  attributeChangedCallback() {
    this.#showWords();
  }

  get i18n() {
    return this.#i18n;
  }

  set i18n(words) {
    this.#i18n = words;
    this.#showWords();
  }

  get metadata() {
    return this.#metadata;
  }

  set metadata(metadata) {
    this.#metadata = metadata ?? {};
  }

  /** @returns {UploadStatus | null} null outside the document */
  get status() {
    return this.#life?.session.status() ?? null;
  }

  pick() {
    this.#zone.pick();
  }

  /** @param {Iterable<File>} files */
  add(files) {
    if (this.hasAttribute('disabled') || this.#life === null) {
      return;
    }
    const words = this.#words;
    const language = languageOf(this);
    const accept = this.getAttribute('accept') ?? '';
    for (const file of files) {
      const reason = objection(file, { accept, maxSize: this.#maxSize });
      if (reason === null) {
        this.#start(file, this.#life.session);
      } else {
        const values = { size: formatBytes(file.size, language), limit: formatBytes(this.#maxSize, language), accept };
        this.#refuse(file, fill(words[reason], values));
      }
    }
  }

  clearEnded() {
    for (const [row, upload] of [...this.#rows]) {
      if (upload === null || upload.state === 'finished' || upload.state === 'refused') {
        this.#remove(row);
      }
    }
  }

  get #words() {
    return wordsFor(this, uploadMessages, this.#i18n);
  }

  get #maxSize() {
    const size = Number(this.getAttribute('max-size') ?? Infinity);
    return size > 0 ? size : Infinity;
  }

  #showWords() {
    const words = this.#words;
    const accept = this.getAttribute('accept') ?? '';
    const disabled = this.hasAttribute('disabled');
    this.#zone.show(words, { accept, maxSize: this.#maxSize, disabled, language: languageOf(this) });
    this.#clear.textContent = words.clear;
    this.#list.node.setAttribute('aria-label', words.list);
  }

  /** @param {DataTransfer} transfer */
  #dropped(transfer) {
    const { files, folders } = dropped(transfer);
    if (!this.hasAttribute('disabled')) {
      folders.forEach((name) => this.#refuse({ name, size: 0 }, this.#words.folder));
    }
    this.add(files);
  }

  /**
   * @param {File} file
   * @param {UploadSession} session
   */
  #start(file, session) {
    const endpoint = new URL(this.getAttribute('endpoint') ?? '', document.baseURI).href;
    const row = this.#row(file, () => session.toggle(/** @type {FileUpload} */ (this.#rows.get(row))));
    const upload = session.start(file, endpoint, { ...this.#metadata }, {
      change: (changed) => this.#follow(changed, row),
      end: (ended) => this.#ended(ended),
    });
    if (upload === null) {
      this.#say(fill(this.#words.announceDuplicate, { name: file.name }));
      return;
    }
    this.#rows.set(row, upload);
    this.#list.add(row);
    this.#follow(upload, row);
  }

  /**
   * @param {{name: string, size: number}} file
   * @param {string} detail
   */
  #refuse(file, detail) {
    const row = this.#row(file, () => {});
    row.show({ state: 'refused', sent: 0, detail, retryable: false });
    this.#rows.set(row, null);
    this.#list.add(row);
    if (this.#life !== null) {
      this.#tick(this.#life.session.status());
    }
    this.#announceRefusal(file.name, detail, 0);
  }

  /**
   * @param {{name: string, size: number}} file
   * @param {() => void} toggle
   * @returns {FileRow}
   */
  #row(file, toggle) {
    const row = new FileRow(file, this.#words, languageOf(this), {
      toggle,
      remove: () => {
        this.#remove(row);
        this.#say(fill(this.#words.announceRemoved, { name: file.name }));
      },
    });
    return row;
  }

  /** @param {FileRow} row */
  #remove(row) {
    const upload = this.#rows.get(row);
    this.#rows.delete(row);
    this.#list.remove(row);
    if (upload && this.#life !== null) {
      this.#life.session.remove(upload);
    }
    this.#foot.hidden = this.#rows.size === 0;
  }

  /**
   * @param {FileUpload} upload
   * @param {FileRow} row
   */
  #follow(upload, row) {
    const { refusal } = upload;
    row.show({
      state: upload.state,
      sent: upload.sent,
      detail: refusal && explainRefusal(refusal, this.#words),
      retryable: refusal !== null && isRetryable(refusal.status),
    });
  }

  /** @param {FileUpload} upload */
  #ended(upload) {
    const { name, size } = upload.file;
    if (upload.refusal !== null) {
      this.#announceRefusal(name, explainRefusal(upload.refusal, this.#words), upload.refusal.status);
    } else {
      this.#say(fill(this.#words.announceFinished, { name }));
      this.#announce('upload-finished', { name, size, location: upload.location });
    }
  }

  /** @param {UploadStatus} status */
  #tick(status) {
    const unsent = [...this.#rows.values()].filter((upload) => upload === null).length;
    this.#summary.textContent = summarySentence(status, this.#rows.size, this.#words, languageOf(this));
    this.#clear.hidden = status.finished + status.refused + unsent === 0;
    this.#foot.hidden = this.#rows.size === 0;
    this.#announce('upload-state', status);
  }

  /**
   * @param {string} name
   * @param {string} detail
   * @param {number} status
   */
  #announceRefusal(name, detail, status) {
    this.#say(fill(this.#words.announceRefused, { name, detail }));
    this.#announce('upload-refused', { name, detail, status });
  }

  /** @param {string} sentence */
  #say(sentence) {
    this.#spoken.textContent = sentence;
  }

  /**
   * @param {string} name
   * @param {object} detail
   */
  #announce(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

customElements.define('diorama-upload', DioramaUpload);
