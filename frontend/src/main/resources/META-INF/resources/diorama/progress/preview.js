// @ts-check
import { element } from '../element/dom.js';

/**
 * The preview picture: a new one fades in over the old once it has arrived, so nothing flickers; one that cannot be loaded
 * leaves the old in place.
 */
export class Preview {
  #url = '';
  /** @type {HTMLImageElement | null} the newest, perhaps still loading */
  #newest = null;
  node = element('div', { class: 'preview', part: 'preview', hidden: true });

  /**
   * @param {string} url empty: no preview
   * @param {string} description
   */
  show(url, description) {
    if (url === this.#url) {
      return;
    }
    this.#url = url;
    if (url === '') {
      this.#newest = null;
      this.node.replaceChildren();
      this.node.hidden = true;
      return;
    }
    const image = element('img', { alt: description, decoding: 'async' });
    this.#newest = image;
    image.onload = () => image === this.#newest && this.#fadeIn(image);
    image.src = url;
  }

  /** @param {HTMLImageElement} image */
  #fadeIn(image) {
    const older = [...this.node.children];
    this.node.append(image);
    this.node.hidden = false;
    image.addEventListener('animationend', () => older.forEach((old) => old.remove()), { once: true });
  }
}
