// @ts-check

/** Where the page's modules lie, seen from the tests. */
export const MODULES = new URL('../../main/resources/META-INF/resources/diorama/', import.meta.url);

/**
 * A repeatable stream of numbers in 0 … 1 (Marsaglia's xorshift32).
 *
 * @param {number} seed not 0
 * @returns {() => number}
 */
export function randomNumbers(seed) {
  let state = seed | 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** A browser's storage in memory. */
export class MemoryStore {
  /** @type {Map<string, string>} */
  #entries = new Map();

  get length() {
    return this.#entries.size;
  }

  /** @param {number} index */
  key(index) {
    return [...this.#entries.keys()][index] ?? null;
  }

  /** @param {string} key */
  getItem(key) {
    return this.#entries.get(key) ?? null;
  }

  /** @param {string} key @param {string} value */
  setItem(key, value) {
    this.#entries.set(key, value);
  }

  /** @param {string} key */
  removeItem(key) {
    this.#entries.delete(key);
  }
}
