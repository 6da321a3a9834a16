// @ts-check

/**
 * A property that the server set before the module had loaded sits on the element itself and hides the class's accessor;
 * here it is taken off and set again. Called at the end of a constructor.
 *
 * @param {HTMLElement} host
 * @param {string[]} names
 */
export function takeEarlyProperties(host, names) {
  const values = /** @type {Record<string, unknown>} */ (/** @type {unknown} */ (host));
  for (const name of names.filter((candidate) => Object.hasOwn(host, candidate))) {
    const value = values[name];
    delete values[name];
    values[name] = value;
  }
}
