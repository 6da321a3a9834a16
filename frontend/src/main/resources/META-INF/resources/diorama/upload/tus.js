// @ts-check
import { retryAfter } from './backoff.js';
import { base64, uploadMetadata } from './metadata.js';
import { problemDetail } from './problem.js';

/** @typedef {import('./transport.js').Transport} Transport */
/** @typedef {import('./transport.js').TransportResponse} TransportResponse */

const CHUNK_BYTES = 8 * 1024 * 1024;

/** The server said no, and would again: shown to the person, not repeated. */
export class UploadRefused extends Error {
  /**
   * @param {number} status
   * @param {string | null} detail the server's own words, if it had any
   */
  constructor(status, detail) {
    super(detail ?? `status ${status}`);
    this.status = status;
    this.detail = detail;
  }
}

/** The server could not now; worth another try after `waitMilliseconds`. */
export class UploadDelayed extends Error {
  /**
   * @param {number} status
   * @param {number} waitMilliseconds 0: the caller decides
   */
  constructor(status, waitMilliseconds) {
    super(`status ${status}`);
    this.status = status;
    this.waitMilliseconds = waitMilliseconds;
  }
}

/** The upload's address leads nowhere (any more); a new one must be made. */
export class UploadGone extends Error {}

/** Statuses that another try may change. */
const PASSING = new Set([408, 423, 425, 429, 500, 502, 503, 504]);

/**
 * The client's half of tus 1.0 (tus.io/protocols/resumable-upload) with the extensions creation, checksum and termination:
 * one request a method, each answering with facts or throwing what kind of no it was. Holds no state of any upload.
 */
export class TusClient {
  #endpoint;
  #transport;
  #digest;
  #now;

  /**
   * @param {object} parts
   * @param {string} parts.endpoint absolute address that takes the creation POST
   * @param {Transport} parts.transport
   * @param {((bytes: ArrayBuffer) => Promise<ArrayBuffer>) | null} parts.sha256 null where the browser has none (plain http)
   * @param {() => number} parts.now milliseconds since the epoch
   */
  constructor({ endpoint, transport, sha256, now }) {
    this.#endpoint = endpoint;
    this.#transport = transport;
    this.#digest = sha256;
    this.#now = now;
  }

  /**
   * @param {File} file
   * @param {Record<string, string>} metadata beside `filename` and `filetype`
   * @param {AbortSignal} signal
   * @returns {Promise<string>} the new upload's address, of the endpoint's origin
   */
  async create(file, metadata, signal) {
    const answer = await this.#send('POST', this.#endpoint, signal, {
      'Upload-Length': String(file.size),
      'Upload-Metadata': uploadMetadata({ ...metadata, filename: file.name, filetype: file.type || 'application/octet-stream' }),
    });
    if (answer.status !== 201) {
      throw this.#failure(answer);
    }
    return this.ownAddress(answer.header('Location') ?? '');
  }

  /**
   * @param {string} url
   * @param {number} size of the file
   * @param {AbortSignal} signal
   * @returns {Promise<number>} how many bytes the server holds
   * @throws {UploadGone} also if the address belongs to a file of another size
   */
  async offset(url, size, signal) {
    const answer = await this.#send('HEAD', url, signal, {});
    if (answer.status !== 200 && answer.status !== 204) {
      throw this.#failure(answer);
    }
    const length = answer.header('Upload-Length');
    if (length !== null && Number(length) !== size) {
      throw new UploadGone(`expected an upload of ${size} bytes, got one of ${length}`);
    }
    return offsetOf(answer, size);
  }

  /**
   * Sends the next 8 MiB from `offset`. A wrong offset (409) answers with the server's offset, a damaged chunk (460) with
   * the offset unchanged, so that the caller just goes on from what it is told.
   *
   * @param {string} url
   * @param {Blob} file
   * @param {number} offset
   * @param {(sent: number) => void} onProgress
   * @param {AbortSignal} signal
   * @returns {Promise<{offset: number, damaged: boolean}>}
   */
  async sendChunk(url, file, offset, onProgress, signal) {
    const chunk = file.slice(offset, offset + CHUNK_BYTES);
    const answer = await this.#send(
      'PATCH',
      url,
      signal,
      { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream', ...(await this.#checksum(chunk)) },
      chunk,
      onProgress,
    );
    switch (answer.status) {
      case 204:
      case 200:
        return { offset: offsetOf(answer, file.size), damaged: false };
      case 409:
        return { offset: await this.offset(url, file.size, signal), damaged: false };
      case 460:
        return { offset, damaged: true };
      default:
        throw this.#failure(answer);
    }
  }

  /**
   * Ends an unfinished upload. That it is already gone is as good.
   *
   * @param {string} url
   * @param {AbortSignal} signal
   */
  async terminate(url, signal) {
    const answer = await this.#send('DELETE', url, signal, {});
    if (answer.status >= 400 && answer.status !== 404 && answer.status !== 410) {
      throw this.#failure(answer);
    }
  }

  /**
   * @param {string} address as the server or the memory of this browser gives it
   * @returns {string} absolute
   * @throws {UploadGone} if it leads to another origin: bytes only go where the endpoint is
   */
  ownAddress(address) {
    const url = address !== '' && URL.canParse(address, this.#endpoint) ? new URL(address, this.#endpoint) : null;
    if (url === null || url.origin !== new URL(this.#endpoint).origin) {
      throw new UploadGone(`expected an address on ${new URL(this.#endpoint).origin}, got "${address}"`);
    }
    return url.href;
  }

  /**
   * @param {string} method
   * @param {string} url
   * @param {AbortSignal} signal
   * @param {Record<string, string>} headers
   * @param {Blob | null} [body]
   * @param {(sent: number) => void} [onProgress]
   */
  #send(method, url, signal, headers, body = null, onProgress) {
    const common = { 'Tus-Resumable': '1.0.0', 'X-Requested-With': 'diorama' };
    return this.#transport({ method, url, headers: { ...common, ...headers }, body, signal, onProgress });
  }

  /**
   * @param {Blob} chunk
   * @returns {Promise<Record<string, string>>}
   */
  async #checksum(chunk) {
    if (this.#digest === null) {
      return {};
    }
    const digest = await this.#digest(await chunk.arrayBuffer());
    return { 'Upload-Checksum': `sha256 ${base64(new Uint8Array(digest))}` };
  }

  /** @param {TransportResponse} answer */
  #failure(answer) {
    if (answer.status === 404 || answer.status === 410) {
      return new UploadGone(`status ${answer.status}`);
    }
    return PASSING.has(answer.status)
      ? new UploadDelayed(answer.status, retryAfter(answer.header('Retry-After'), this.#now()))
      : new UploadRefused(answer.status, problemDetail(answer.text));
  }
}

/**
 * @param {TransportResponse} answer
 * @param {number} size
 * @returns {number}
 */
function offsetOf(answer, size) {
  const header = answer.header('Upload-Offset') ?? '';
  if (!/^\d{1,15}$/.test(header) || Number(header) > size) {
    throw new UploadRefused(answer.status, null);
  }
  return Number(header);
}
