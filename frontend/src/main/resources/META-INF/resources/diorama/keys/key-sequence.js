// @ts-check

/** A second key counts as following the first for so long. */
const PAUSE_MILLISECONDS = 1500;

/** Follows single keys and pairs such as `g p`: tells which known shortcut a key press completes. */
export class KeySequence {
  /** @type {{key: string, at: number} | null} the first key of a pair that may follow */
  #first = null;

  /**
   * @param {string} key as of KeyboardEvent.key
   * @param {Iterable<string>} known shortcuts: `u`, `g p`
   * @param {number} now milliseconds
   * @returns {string | null}
   */
  press(key, known, now) {
    const shortcuts = new Set(known);
    const first = this.#first !== null && now - this.#first.at <= PAUSE_MILLISECONDS ? this.#first.key : null;
    this.#first = null;
    if (first !== null && shortcuts.has(`${first} ${key}`)) {
      return `${first} ${key}`;
    }
    if ([...shortcuts].some((shortcut) => shortcut.startsWith(`${key} `))) {
      this.#first = { key, at: now };
      return null;
    }
    return shortcuts.has(key) ? key : null;
  }
}
