// @ts-check

/** A second key counts if it comes within this time of the first. */
const CHORD_MILLIS = 1500;

/**
 * Puts single key presses together to the names that elements carry in `data-key`: `n`, or `g p` for one key after the
 * other.
 */
export class Strokes {
  #first = '';
  #firstAt = -Infinity;

  /**
   * @param {string} key what was pressed
   * @param {number} time in milliseconds
   * @param {string[]} names all that could be meant now
   * @returns {string | null} the name that is complete now
   */
  press(key, time, names) {
    const chord = `${this.#first} ${key}`;
    const within = time - this.#firstAt <= CHORD_MILLIS;
    this.#firstAt = -Infinity;
    if (within && names.includes(chord)) {
      return chord;
    }
    if (names.some((name) => name.startsWith(`${key} `))) {
      this.#first = key;
      this.#firstAt = time;
      return null;
    }
    return names.includes(key) ? key : null;
  }
}
