// @ts-check
import { fill } from '../text/fill.js';
import { formatBytes, formatDuration } from '../text/quantity.js';

/**
 * The line over the list: how many files are through, how fast, how long still.
 *
 * @param {import('./session.js').UploadStatus} status
 * @param {number} files in the list, those never sent included
 * @param {import('./messages.js').UploadWords} words
 * @param {string} language
 * @returns {string}
 */
export function summarySentence(status, files, words, language) {
  const values = {
    done: status.finished,
    files,
    rate: formatBytes(status.bytesPerSecond, language),
    left: formatDuration(status.secondsLeft ?? 0),
  };
  if (status.active + status.waiting > 0) {
    return fill(status.secondsLeft === null ? words.summaryStalled : words.summary, values);
  }
  return fill(status.paused > 0 ? words.summaryPaused : words.summaryDone, values);
}
