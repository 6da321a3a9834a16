// @ts-check
/** @typedef {import('./file-upload.js').FileUpload} FileUpload */

const AT_ONCE = 3;

/**
 * @typedef {object} UploadSummary
 * @property {number} files
 * @property {number} finished
 * @property {number} refused
 * @property {number} active sending or waiting to try again
 * @property {number} waiting
 * @property {number} paused
 * @property {number} bytes of all files not refused
 * @property {number} sentBytes
 * @property {number} transferredBytes sent by this page
 */

/** Files in the order they were chosen; three are sent at once. */
export class UploadQueue {
  /** @type {FileUpload[]} */
  #uploads = [];
  /** @type {Set<FileUpload>} whose run() has not ended */
  #running = new Set();
  #closed = false;

  /** @returns {readonly FileUpload[]} */
  get uploads() {
    return this.#uploads;
  }

  /**
   * @param {FileUpload} upload
   * @returns {boolean} false if the same file is already under way
   */
  add(upload) {
    const twin = this.#uploads.find((other) => other.key === upload.key && other.state !== 'finished');
    if (twin !== undefined) {
      return false;
    }
    this.#uploads.push(upload);
    this.#pump();
    return true;
  }

  /** @param {FileUpload} upload */
  pause(upload) {
    if (upload.state === 'waiting' || upload.state === 'sending' || upload.state === 'retrying') {
      upload.pause();
    }
  }

  /** @param {FileUpload} upload */
  resume(upload) {
    if (upload.state === 'paused' || upload.state === 'refused') {
      upload.resume();
      this.#pump();
    }
  }

  /** @param {FileUpload} upload */
  remove(upload) {
    this.#uploads = this.#uploads.filter((other) => other !== upload);
    return upload.remove();
  }

  /** Pauses everything for good: the page is left. */
  close() {
    this.#closed = true;
    this.#uploads.forEach((upload) => this.pause(upload));
  }

  /** @returns {UploadSummary} */
  summary() {
    /** @param {...string} states */
    const count = (...states) => this.#uploads.filter((upload) => states.includes(upload.state)).length;
    const wanted = this.#uploads.filter((upload) => upload.state !== 'refused');
    return {
      files: this.#uploads.length,
      finished: count('finished'),
      refused: count('refused'),
      active: count('sending', 'retrying'),
      waiting: count('waiting'),
      paused: count('paused'),
      bytes: wanted.reduce((sum, upload) => sum + upload.file.size, 0),
      sentBytes: wanted.reduce((sum, upload) => sum + upload.sent, 0),
      transferredBytes: this.#uploads.reduce((sum, upload) => sum + upload.transferred, 0),
    };
  }

  #pump() {
    for (const upload of this.#uploads) {
      if (this.#closed || this.#running.size >= AT_ONCE) {
        return;
      }
      if (upload.state === 'waiting' && !this.#running.has(upload)) {
        this.#running.add(upload);
        upload.run().then(() => {
          this.#running.delete(upload);
          this.#pump();
        });
      }
    }
  }
}
