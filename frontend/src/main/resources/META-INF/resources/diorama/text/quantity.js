// @ts-check
/** Sizes, rates and durations as people read them. Pure; the language tag decides the decimal mark. */

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/**
 * Decimal units, three significant digits: 12,345,678 → `12.3 MB`.
 *
 * @param {number} bytes
 * @param {string} language
 * @returns {string}
 */
export function formatBytes(bytes, language) {
  let value = Math.max(0, bytes);
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit === 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
  return `${value.toLocaleString(language, { maximumFractionDigits: digits })} ${UNITS[unit]}`;
}

/**
 * Two units at most, coarse where the exact number would only flicker: `45 s`, `3 min 20 s`, `2 h 5 min`.
 *
 * @param {number} seconds
 * @returns {string}
 */
export function formatDuration(seconds) {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 60) {
    return `${whole} s`;
  }
  if (whole < 3600) {
    const rest = Math.floor((whole % 60) / 5) * 5;
    return `${Math.floor(whole / 60)} min${rest > 0 ? ` ${rest} s` : ''}`;
  }
  const minutes = Math.floor((whole % 3600) / 60);
  return `${Math.floor(whole / 3600)} h${minutes > 0 ? ` ${minutes} min` : ''}`;
}
