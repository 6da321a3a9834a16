// @ts-check
/**
 * Decodes one picture and halves it into levels, away from the page's thread. Gets `{blob, sizes}` (sizes largest first),
 * answers `{levels}` with the bitmaps handed over, or `{error}`.
 */

addEventListener('message', async (/** @type {MessageEvent<{blob: Blob, sizes: {width: number, height: number}[], natural: boolean}>} */ event) => {
  const { blob, sizes, natural } = event.data;
  /** @type {ImageBitmap[]} */
  const levels = [];
  try {
    for (const size of sizes) {
      const resize = { resizeWidth: size.width, resizeHeight: size.height, resizeQuality: /** @type {const} */ ('medium') };
      if (levels.length > 0) {
        levels.push(await createImageBitmap(levels[levels.length - 1], resize));
      } else {
        levels.push(natural ? await createImageBitmap(blob) : await createImageBitmap(blob, resize));
      }
    }
    postMessage({ levels }, { transfer: levels });
  } catch (error) {
    levels.forEach((level) => level.close());
    postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
