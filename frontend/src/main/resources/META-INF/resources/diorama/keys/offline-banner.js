// @ts-check
import { element, styleSheet } from '../element/dom.js';

/** Vaadin's own notice lies over the page's top edge and knows no German. */
const styles = styleSheet('.v-status-message { display: none !important; }');

/**
 * Shows a banner over the page while the browser or Vaadin's own connection is offline.
 *
 * @param {() => string} text
 */
export function watchConnection(text) {
  const banner = element('div', { class: 'studio-banner', role: 'status' });
  banner.style.cssText = 'position: sticky; inset-block-start: 0; z-index: 90;';
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, styles];
  const connection = /** @type {any} */ (window).Vaadin?.connectionState;
  const show = () => {
    const lost = !navigator.onLine || ['connection-lost', 'reconnecting'].includes(connection?.state);
    if (!lost) {
      banner.remove();
    } else if (!banner.isConnected) {
      banner.textContent = text();
      document.body.prepend(banner);
    }
  };
  addEventListener('online', show);
  addEventListener('offline', show);
  connection?.addStateChangeListener(show);
  show();
}
