// @ts-check

/**
 * Makes the whole window a drop target for files until the signal ends. Of several listeners the first takes the drop.
 *
 * @param {(transfer: DataTransfer) => void} onDrop
 * @param {(over: boolean) => void} onOver files are held over the window
 * @param {AbortSignal} signal
 */
export function acceptWindowDrops(onDrop, onOver, signal) {
  /** @param {DragEvent} event */
  const carriesFiles = (event) => event.dataTransfer?.types.includes('Files') ?? false;
  /** @param {DragEvent} event */
  const over = (event) => {
    if (carriesFiles(event) && !event.defaultPrevented) {
      event.preventDefault();
      onOver(true);
    }
  };
  addEventListener('dragenter', over, { signal });
  addEventListener('dragover', over, { signal });
  addEventListener(
    'dragleave',
    (event) => {
      if (event.relatedTarget === null) {
        onOver(false);
      }
    },
    { signal },
  );
  addEventListener(
    'drop',
    (event) => {
      onOver(false);
      if (carriesFiles(event) && event.dataTransfer !== null && !event.defaultPrevented) {
        event.preventDefault();
        onDrop(event.dataTransfer);
      }
    },
    { signal },
  );
}
