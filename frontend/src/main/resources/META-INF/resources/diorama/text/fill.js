// @ts-check

/**
 * Puts values into a message: `fill('{done} of {total}', {done: 2, total: 5})`. A name without a value stays as it is, so
 * a wrong translation shows instead of hiding.
 *
 * @param {string} message
 * @param {Record<string, string | number>} values
 * @returns {string}
 */
export function fill(message, values) {
  return message.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}
