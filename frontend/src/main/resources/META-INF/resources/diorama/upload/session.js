// @ts-check
import { FileUpload } from './file-upload.js';
import { UploadQueue } from './queue.js';
import { RateMeter } from './rate.js';
import { fingerprint, ResumeStore } from './resume-store.js';
import { xhrTransport } from './transport.js';
import { TusClient } from './tus.js';
import { waitOrOnline } from './wait.js';

/** People and server hear of progress at most so often. */
const TICK_MILLISECONDS = 250;

/** While something is under way the numbers are renewed even if nothing moves, since the rate then falls. */
const IDLE_TICK_MILLISECONDS = 1000;

/**
 * What `upload-state` carries.
 *
 * @typedef {object} UploadStatus
 * @property {number} files
 * @property {number} finished
 * @property {number} refused
 * @property {number} active sending or about to try again
 * @property {number} waiting
 * @property {number} paused
 * @property {number} bytes
 * @property {number} sentBytes
 * @property {number} bytesPerSecond
 * @property {number | null} secondsLeft null while unknown
 */

/** All uploads of one element while it is in the document: queue, rate and the browser's own clock, storage and hash. */
export class UploadSession {
  #queue = new UploadQueue();
  #rate = new RateMeter();
  #store = new ResumeStore(() => localStorage, Date.now);
  #onTick;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** A tick is due within TICK_MILLISECONDS. */
  #soon = false;
  #closed = false;

  /** @param {(status: UploadStatus) => void} onTick at most 4 times a second */
  constructor(onTick) {
    this.#onTick = onTick;
    this.#store.sweep();
  }

  /**
   * @param {File} file
   * @param {string} endpoint absolute
   * @param {Record<string, string>} metadata
   * @param {{change: (upload: FileUpload) => void, end: (upload: FileUpload) => void}} listener
   * @returns {FileUpload | null} null if the same file is already under way
   */
  start(file, endpoint, metadata, listener) {
    // Browsers offer crypto.subtle only on https and localhost; on plain http the checksum is left out.
    const sha256 = crypto.subtle ? (/** @type {ArrayBuffer} */ bytes) => crypto.subtle.digest('SHA-256', bytes) : null;
    const client = new TusClient({ endpoint, transport: xhrTransport, sha256, now: Date.now });
    const key = fingerprint(file, endpoint);
    const upload = new FileUpload(file, { client, store: this.#store, key, metadata, wait: waitOrOnline, random: Math.random });
    upload.onChange = () => {
      listener.change(upload);
      this.#touch();
    };
    upload.onEnd = () => listener.end(upload);
    return this.#queue.add(upload) ? upload : null;
  }

  /** @param {FileUpload} upload */
  toggle(upload) {
    if (upload.state === 'paused' || upload.state === 'refused') {
      this.#queue.resume(upload);
    } else {
      this.#queue.pause(upload);
    }
  }

  /** @param {FileUpload} upload */
  remove(upload) {
    this.#queue.remove(upload);
    this.#touch();
  }

  /** @returns {UploadStatus} */
  status() {
    const { transferredBytes, ...summary } = this.#queue.summary();
    const sending = this.#queue.uploads.some((upload) => upload.state === 'sending');
    const bytesPerSecond = sending ? this.#rate.bytesPerSecond() : 0;
    const secondsLeft = bytesPerSecond > 0 ? (summary.bytes - summary.sentBytes) / bytesPerSecond : null;
    return { ...summary, bytesPerSecond, secondsLeft };
  }

  /** Pauses everything; the files are forgotten, their addresses are not. */
  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#queue.close();
  }

  #touch() {
    this.#soon ||= this.#schedule(TICK_MILLISECONDS);
  }

  /**
   * @param {number} milliseconds
   * @returns {boolean} true: a tick is on its way
   */
  #schedule(milliseconds) {
    clearTimeout(this.#timer);
    if (!this.#closed) {
      this.#timer = setTimeout(() => this.#tick(), milliseconds);
    }
    return true;
  }

  #tick() {
    this.#soon = false;
    const { active, transferredBytes } = this.#queue.summary();
    if (active > 0) {
      this.#rate.sample(performance.now(), transferredBytes);
      this.#schedule(IDLE_TICK_MILLISECONDS);
    } else {
      this.#rate.reset();
    }
    this.#onTick(this.status());
  }
}
