// @ts-check
import { createHash } from 'node:crypto';
import { ConnectionLost } from '../../main/resources/META-INF/resources/diorama/upload/transport.js';

/** @typedef {import('../../main/resources/META-INF/resources/diorama/upload/transport.js').TransportRequest} TransportRequest */
/** @typedef {import('../../main/resources/META-INF/resources/diorama/upload/transport.js').TransportResponse} TransportResponse */
/** @typedef {'cut' | 'lost answer' | 'conflict' | 'damage' | 'busy' | 'gone'} Fault */

export const ENDPOINT = 'http://studio.test/api/v1/uploads';

/** The server's half of tus 1.0 in memory, with faults that happen at the next PATCH, one after the other. */
export class TusServer {
  /** @type {Map<string, {length: number, bytes: Buffer, metadata: string}>} */
  uploads = new Map();
  /** @type {TransportRequest[]} */
  requests = [];
  /** @type {Fault[]} */
  faults = [];
  /** @type {TransportResponse | null} answers each creation with this instead */
  refusal = null;
  #created = 0;

  /** @type {import('../../main/resources/META-INF/resources/diorama/upload/transport.js').Transport} */
  transport = async (request) => {
    request.signal.throwIfAborted();
    this.requests.push(request);
    const id = request.url.slice(ENDPOINT.length + 1);
    switch (request.method) {
      case 'POST':
        return this.#create(request);
      case 'HEAD':
        return this.#head(id);
      case 'PATCH':
        return this.#patch(id, request);
      case 'DELETE':
        return answer(this.uploads.delete(id) ? 204 : 404);
      default:
        throw new Error(`expected a method of tus, got ${request.method}`);
    }
  };

  /** @param {TransportRequest} request */
  #create(request) {
    if (this.refusal !== null) {
      return this.refusal;
    }
    const id = `upload-${++this.#created}`;
    this.uploads.set(id, { length: Number(request.headers['Upload-Length']), bytes: Buffer.alloc(0), metadata: request.headers['Upload-Metadata'] });
    return answer(201, { Location: `/api/v1/uploads/${id}` });
  }

  /** @param {string} id */
  #head(id) {
    const upload = this.uploads.get(id);
    return upload === undefined ? answer(404) : answer(200, { 'Upload-Offset': String(upload.bytes.length), 'Upload-Length': String(upload.length) });
  }

  /**
   * @param {string} id
   * @param {TransportRequest} request
   */
  async #patch(id, request) {
    const body = Buffer.from(await /** @type {Blob} */ (request.body).arrayBuffer());
    const fault = this.faults.shift();
    if (fault === 'gone') {
      this.uploads.delete(id);
    }
    const upload = this.uploads.get(id);
    if (upload === undefined) {
      return answer(404);
    }
    if (Number(request.headers['Upload-Offset']) !== upload.bytes.length) {
      return answer(409);
    }
    const checksum = request.headers['Upload-Checksum'];
    if (checksum !== undefined && checksum !== `sha256 ${createHash('sha256').update(body).digest('base64')}`) {
      return answer(460);
    }
    const kept = fault === 'cut' || fault === 'conflict' ? body.subarray(0, Math.floor(body.length / 2)) : body;
    switch (fault) {
      case 'damage':
        return answer(460);
      case 'busy':
        return answer(503, { 'Retry-After': '7' });
    }
    upload.bytes = Buffer.concat([upload.bytes, kept]);
    request.onProgress?.(kept.length);
    if (fault === 'cut' || fault === 'lost answer') {
      throw new ConnectionLost(fault);
    }
    return fault === 'conflict' ? answer(409) : answer(204, { 'Upload-Offset': String(upload.bytes.length) });
  }
}

/**
 * @param {number} status
 * @param {Record<string, string>} [headers]
 * @param {string} [text]
 * @returns {TransportResponse}
 */
export function answer(status, headers = {}, text = '') {
  return { status, header: (name) => headers[name] ?? null, text };
}
