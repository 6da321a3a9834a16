// @ts-check
/**
 * Remembers in localStorage where a file's upload lives, so that choosing the same file after a reload goes on with it.
 * Without storage (private windows, full disk) everything works but the memory.
 */

const PREFIX = 'diorama.upload.';
const KEPT_MILLISECONDS = 7 * 24 * 3600 * 1000;

/**
 * @param {{name: string, size: number, lastModified: number}} file
 * @param {string} endpoint
 * @returns {string} equal for what is, as far as a browser can tell, the same file on its way to the same place
 */
export function fingerprint(file, endpoint) {
  return JSON.stringify([file.name, file.size, file.lastModified, endpoint]);
}

/** @typedef {Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>} KeyValueStore */

export class ResumeStore {
  #store;
  #now;

  /**
   * @param {() => KeyValueStore} store called each time, as reading `localStorage` may itself throw
   * @param {() => number} now milliseconds since the epoch
   */
  constructor(store, now) {
    this.#store = store;
    this.#now = now;
  }

  /**
   * @param {string} key a fingerprint
   * @returns {string | null} the upload's address
   */
  find(key) {
    const entry = parsed(this.#try((store) => store.getItem(PREFIX + key)));
    return entry !== null && this.#now() - entry.at < KEPT_MILLISECONDS ? entry.url : null;
  }

  /**
   * @param {string} key
   * @param {string} url
   */
  remember(key, url) {
    this.#try((store) => store.setItem(PREFIX + key, JSON.stringify({ url, at: this.#now() })));
  }

  /** @param {string} key */
  forget(key) {
    this.#try((store) => store.removeItem(PREFIX + key));
  }

  /** Drops what is older than a week. */
  sweep() {
    this.#try((store) => {
      const keys = Array.from({ length: store.length }, (_, i) => store.key(i));
      for (const key of keys) {
        const entry = key?.startsWith(PREFIX) ? parsed(store.getItem(key)) : undefined;
        if (entry === null || (entry !== undefined && this.#now() - entry.at >= KEPT_MILLISECONDS)) {
          store.removeItem(/** @type {string} */ (key));
        }
      }
    });
  }

  /**
   * @template T
   * @param {(store: KeyValueStore) => T} action
   * @returns {T | null}
   */
  #try(action) {
    try {
      return action(this.#store());
    } catch {
      return null;
    }
  }
}

/**
 * @param {string | null} text
 * @returns {{url: string, at: number} | null}
 */
function parsed(text) {
  try {
    const entry = JSON.parse(text ?? 'null');
    return typeof entry?.url === 'string' && typeof entry?.at === 'number' ? entry : null;
  } catch {
    return null;
  }
}
