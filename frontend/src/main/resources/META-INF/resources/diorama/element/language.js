// @ts-check
/**
 * Which words an element shows: its own table for the nearest `lang`, English where there is none, and over both the
 * `i18n` property that the server may set (a partial table with the same keys).
 */

/**
 * @param {Element} host
 * @returns {string} a language tag that Intl accepts
 */
export function languageOf(host) {
  const tag = host.closest('[lang]')?.getAttribute('lang') || document.documentElement.lang || 'en';
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

/**
 * @template {Record<string, string>} T
 * @param {Element} host
 * @param {{en: T} & Record<string, T>} tables one table a language
 * @param {Partial<T> | null | undefined} overrides
 * @returns {T}
 */
export function wordsFor(host, tables, overrides) {
  const language = languageOf(host).split('-')[0];
  const table = Object.hasOwn(tables, language) ? tables[language] : tables.en;
  return { ...tables.en, ...table, ...(overrides ?? {}) };
}
