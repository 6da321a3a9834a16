// @ts-check
/** What comes in by drop or picker, before any byte is sent. The server judges again; this only saves a long wait. */

/** @typedef {'empty' | 'large' | 'type'} Objection */

/**
 * @param {{name: string, type: string}} file
 * @param {string} accept as of `<input accept>`: `.png,image/*,video/mp4`; empty takes all
 * @returns {boolean}
 */
export function accepts(file, accept) {
  const rules = accept.split(',').map((rule) => rule.trim().toLowerCase()).filter((rule) => rule !== '');
  const name = file.name.toLowerCase();
  const type = file.type.toLowerCase();
  return (
    rules.length === 0 ||
    rules.some((rule) => {
      if (rule.startsWith('.')) {
        return name.endsWith(rule);
      }
      return rule.endsWith('/*') ? type.startsWith(rule.slice(0, -1)) : type === rule;
    })
  );
}

/**
 * @param {{name: string, type: string, size: number}} file
 * @param {{accept: string, maxSize: number}} limits
 * @returns {Objection | null}
 */
export function objection(file, { accept, maxSize }) {
  if (!accepts(file, accept)) {
    return 'type';
  }
  return file.size === 0 ? 'empty' : file.size > maxSize ? 'large' : null;
}

/**
 * Dropped folders look like files that cannot be read; they are told apart here.
 *
 * @param {DataTransfer} transfer
 * @returns {{files: File[], folders: string[]}}
 */
export function dropped(transfer) {
  const entries = [...transfer.items].filter((item) => item.kind === 'file').map((item) => item.webkitGetAsEntry());
  const folders = entries.flatMap((entry) => (entry?.isDirectory ? [entry.name] : []));
  const files = [...transfer.files].filter((file) => !(folders.includes(file.name) && file.type === ''));
  return { files, folders };
}
