// @ts-check
import { backoff } from './backoff.js';
import { ConnectionLost } from './transport.js';
import { UploadDelayed, UploadGone, UploadRefused } from './tus.js';

/** @typedef {import('./tus.js').TusClient} TusClient */
/** @typedef {import('./resume-store.js').ResumeStore} ResumeStore */
/** @typedef {'waiting' | 'sending' | 'retrying' | 'paused' | 'finished' | 'refused'} UploadState */

/** A chunk that arrives damaged so often in a row is not the network's doing. */
const MOST_DAMAGED = 5;

/** An address may vanish while we send (expired, cleared); one that vanishes again and again is refused. */
const MOST_GONE = 3;

/**
 * @typedef {object} FileUploadParts
 * @property {TusClient} client
 * @property {ResumeStore} store
 * @property {string} key fingerprint of the file
 * @property {Record<string, string>} metadata
 * @property {(milliseconds: number, signal: AbortSignal) => Promise<void>} wait ends early when the network is back
 * @property {() => number} random 0 … 1
 */

/**
 * One file on its way: creates or resumes its upload, sends chunk after chunk, and outlives lost connections. What people
 * see is its `state`, `sent` and `refusal`.
 */
export class FileUpload {
  #parts;
  /** @type {string | null} */
  #url = null;
  #confirmed = 0;
  #life = new AbortController();
  /** @type {() => void} state or amount changed */
  onChange = () => {};
  /** @type {() => void} finished or refused just now */
  onEnd = () => {};

  /**
   * @param {File} file
   * @param {FileUploadParts} parts
   */
  constructor(file, parts) {
    this.file = file;
    this.#parts = parts;
    /** @type {UploadState} */
    this.state = 'waiting';
    /** Bytes of the file that have left, as far as known. */
    this.sent = 0;
    /** Bytes sent by this page, repeated ones included; for the rate. */
    this.transferred = 0;
    /** @type {UploadRefused | null} */
    this.refusal = null;
  }

  get key() {
    return this.#parts.key;
  }

  /** @returns {string | null} the upload's address, once the server gave one */
  get location() {
    return this.#url;
  }

  /** Sends until the file is finished, refused or paused; never throws. */
  async run() {
    const life = new AbortController();
    this.#life = life;
    let failures = 0;
    let gone = 0;
    while (!life.signal.aborted) {
      const start = this.#confirmed;
      this.#become('sending');
      try {
        await this.#sendRest(life.signal);
        this.#parts.store.forget(this.key);
        this.#become('finished');
        this.onEnd();
        return;
      } catch (error) {
        if (life.signal.aborted) {
          return; // pause() or remove() has set the state
        }
        if (error instanceof UploadGone && ++gone < MOST_GONE) {
          this.#startOver();
          continue;
        }
        if (!(error instanceof UploadDelayed || error instanceof ConnectionLost)) {
          this.#refuse(error);
          return;
        }
        failures = this.#confirmed > start ? 1 : failures + 1;
        this.sent = this.#confirmed;
        this.#become('retrying');
        const asked = error instanceof UploadDelayed ? error.waitMilliseconds : 0;
        await this.#parts.wait(Math.max(asked, backoff(failures, this.#parts.random())), life.signal);
      }
    }
  }

  pause() {
    this.#life.abort();
    this.sent = this.#confirmed;
    this.#become('paused');
  }

  /** Back into the queue, from paused or refused. */
  resume() {
    this.refusal = null;
    this.#become('waiting');
  }

  /** Stops, and tells the server to drop what it has of an unfinished file. */
  async remove() {
    this.#life.abort();
    if (this.state === 'finished') {
      return;
    }
    const url = this.#url;
    this.#parts.store.forget(this.key);
    if (url !== null) {
      // What cannot be ended now expires on the server.
      await this.#parts.client.terminate(url, new AbortController().signal).catch(() => {});
    }
  }

  /** @param {AbortSignal} signal */
  async #sendRest(signal) {
    const { client, store, key, metadata } = this.#parts;
    const { file } = this;
    const remembered = this.#url ?? store.find(key);
    if (remembered !== null) {
      this.#url = client.ownAddress(remembered);
      this.#confirm(await client.offset(this.#url, file.size, signal));
    } else {
      this.#url = await client.create(file, metadata, signal);
      store.remember(key, this.#url);
      this.#confirm(0);
    }
    for (let damaged = 0; this.#confirmed < file.size; ) {
      const answer = await client.sendChunk(this.#url, file, this.#confirmed, (sent) => this.#progress(sent), signal);
      damaged = answer.damaged ? damaged + 1 : 0;
      if (damaged === MOST_DAMAGED) {
        throw new UploadRefused(460, null);
      }
      if (!answer.damaged && answer.offset === this.#confirmed) {
        throw new UploadDelayed(409, 0); // no step forward: somebody else holds the upload, so wait
      }
      this.#confirm(answer.offset);
    }
  }

  /** @param {number} sent bytes of the chunk under way */
  #progress(sent) {
    const now = Math.min(this.file.size, this.#confirmed + sent);
    this.transferred += Math.max(0, now - this.sent);
    this.sent = now;
    this.onChange();
  }

  /** @param {number} offset */
  #confirm(offset) {
    this.#confirmed = offset;
    this.sent = offset;
    this.onChange();
  }

  #startOver() {
    this.#parts.store.forget(this.key);
    this.#url = null;
    this.#confirm(0);
  }

  /** @param {unknown} error */
  #refuse(error) {
    if (error instanceof UploadGone) {
      this.#startOver();
    }
    // Whatever is not an answer of the server came from reading the file.
    this.refusal = error instanceof UploadRefused ? error : new UploadRefused(error instanceof UploadGone ? 404 : 0, null);
    this.#become('refused');
    this.onEnd();
  }

  /** @param {UploadState} state */
  #become(state) {
    this.state = state;
    this.onChange();
  }
}
