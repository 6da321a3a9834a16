// @ts-check
/** How long to wait before the next try: 1 s, doubled each time up to 30 s, spread so that many browsers do not knock at once. */

const FIRST_MILLISECONDS = 1000;
const LONGEST_MILLISECONDS = 30_000;

/**
 * @param {number} failures in a row, from 1
 * @param {number} random 0 … 1; the wait lies between half and all of the step
 * @returns {number} milliseconds
 */
export function backoff(failures, random) {
  const step = Math.min(LONGEST_MILLISECONDS, FIRST_MILLISECONDS * 2 ** (failures - 1));
  return step * (0.5 + 0.5 * random);
}

/**
 * @param {string | null} header `Retry-After` as seconds or as a date
 * @param {number} now milliseconds since the epoch
 * @returns {number} milliseconds, 0 if the header says nothing usable; never more than ten minutes
 */
export function retryAfter(header, now) {
  if (header === null || header.trim() === '') {
    return 0;
  }
  const milliseconds = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(milliseconds) ? Math.min(Math.max(milliseconds, 0), 600_000) : 0;
}
