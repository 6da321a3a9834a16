// @ts-check
/**
 * One HTTP request with progress. XMLHttpRequest, since `fetch` does not tell how much of a body has left.
 *
 * @typedef {object} TransportRequest
 * @property {string} method
 * @property {string} url
 * @property {Record<string, string>} headers
 * @property {Blob | null} body
 * @property {AbortSignal} signal
 * @property {(sent: number) => void} [onProgress] bytes of the body that have left
 */
/**
 * @typedef {object} TransportResponse
 * @property {number} status
 * @property {(name: string) => string | null} header
 * @property {string} text
 */
/** @typedef {(request: TransportRequest) => Promise<TransportResponse>} Transport */

/** No answer came: the connection is gone or was cut. */
export class ConnectionLost extends Error {}

/** A request that moves nothing for so long is given up and resumed. */
const SILENCE_MILLISECONDS = 60_000;

/** @type {Transport} */
export function xhrTransport({ method, url, headers, body, signal, onProgress }) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const request = new XMLHttpRequest();
    let silence = setTimeout(() => request.abort(), SILENCE_MILLISECONDS);
    const stop = () => request.abort();
    const finish = () => {
      clearTimeout(silence);
      signal.removeEventListener('abort', stop);
    };
    request.open(method, url);
    Object.entries(headers).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = (event) => {
      clearTimeout(silence);
      silence = setTimeout(() => request.abort(), SILENCE_MILLISECONDS);
      onProgress?.(event.loaded);
    };
    request.onload = () => {
      finish();
      resolve({ status: request.status, header: (name) => request.getResponseHeader(name), text: request.responseText });
    };
    request.onerror = () => {
      finish();
      reject(new ConnectionLost('no answer'));
    };
    request.onabort = () => {
      finish();
      reject(signal.aborted ? signal.reason : new ConnectionLost('no progress'));
    };
    signal.addEventListener('abort', stop, { once: true });
    request.send(body);
  });
}
