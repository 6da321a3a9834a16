// @ts-check
import { fill } from '../text/fill.js';

/** @typedef {import('./messages.js').UploadWords} UploadWords */

/** Where sending the very same file again cannot help: too large, unknown kind, damaged content. */
const FINAL_STATUSES = new Set([413, 415, 422]);

/**
 * @param {number} status
 * @returns {boolean}
 */
export function isRetryable(status) {
  return !FINAL_STATUSES.has(status);
}

/**
 * Why a file was not taken: the server's own words, else ours.
 *
 * @param {{status: number, detail: string | null}} refusal status 0: the file could not be read
 * @param {UploadWords} words
 * @returns {string}
 */
export function explainRefusal({ status, detail }, words) {
  switch (status) {
    case 0:
      return words.unreadable;
    case 460:
      return detail ?? words.damaged;
    case 200: // a sign-in page in place of an answer
    case 401:
    case 403:
    case 499:
      return detail ?? fill(words.signIn, { status });
    default:
      return detail ?? fill(words.status, { status });
  }
}
