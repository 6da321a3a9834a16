// @ts-check

/**
 * The `Upload-Metadata` header of tus: `filename cGhvdG8ucG5n,filetype aW1hZ2UvcG5n`. Values are UTF-8 in Base64, so no
 * file name can break out of the header; an empty value leaves the key alone.
 *
 * @param {Record<string, string>} values
 * @returns {string}
 */
export function uploadMetadata(values) {
  return Object.entries(values)
    .map(([key, value]) => (value === '' ? key : `${key} ${base64(new TextEncoder().encode(value))}`))
    .join(',');
}

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function base64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
