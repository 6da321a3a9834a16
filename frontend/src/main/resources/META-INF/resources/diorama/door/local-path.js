// @ts-check

/**
 * An address within this site; what another site's link asks for leads home.
 *
 * @param {string | null} wanted
 * @param {string} base the page's own address
 * @returns {string} path, query and fragment
 */
export function localPath(wanted, base) {
  if (wanted === null || !wanted.startsWith('/') || wanted.startsWith('//') || wanted.includes('\\')) {
    return '/';
  }
  const url = URL.canParse(wanted, base) ? new URL(wanted, base) : null;
  return url !== null && url.origin === new URL(base).origin ? url.pathname + url.search + url.hash : '/';
}
