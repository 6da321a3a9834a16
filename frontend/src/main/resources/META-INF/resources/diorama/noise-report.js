// @ts-check
import { lineChart, marker } from './compare/chart.js';
import { element, svg } from './element/dom.js';
import { languageOf, wordsFor } from './element/language.js';
import { sharedStyles } from './element/shared-styles.js';
import { reportMessages } from './noise-report/messages.js';
import { reportStyles } from './noise-report/styles.js';
import { fill } from './text/fill.js';

/** @typedef {import('./noise-report/messages.js').ReportWords} ReportWords */
/** @typedef {import('./compare/chart.js').Series} Series */
/** @typedef {{name: string, deviation: (number | null)[][], mean: (number | null)[][], autocorrelation: number[]}} Law */
/**
 * @typedef {object} Report the JSON that a training (`diorama.noise-report/1`) or a score (`diorama.noise-score/1`) writes
 * @property {string} format
 * @property {number} [heldOutPairs]
 * @property {{name: string, nllPerDim: number, kl: Record<string, number>}[]} [models]
 * @property {number[]} [brightness] centres of the bins, 8-bit codes
 * @property {Law[]} [laws] channels red, green, blue; null where a bin is empty
 * @property {{step: number, training: number | null, validation: number | null}[]} [curve]
 * @property {{camera: string, iso: number, nllPerDim: number}[]} [ranking]
 */

/** Colours and markers of the laws, the same in every chart. */
const COLOURS = /** @type {const} */ ({ real: 'green', flow: 'red', heteroscedastic: 'blue', training: 'blue', validation: 'red' });
const GREEN = 1;
const RANKED = 12;

/**
 * `<diorama-noise-report>`: what was measured of a noise model or of a pair, as tables and charts.
 *
 * Attribute `src`: address of the report, of this origin. Event `report-ready`, bubbling, once it is drawn.
 */
export class DioramaNoiseReport extends HTMLElement {
  static observedAttributes = ['src'];

  #root = this.attachShadow({ mode: 'open' });
  /** @type {AbortController | null} */
  #loading = null;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sharedStyles, reportStyles];
  }

  connectedCallback() {
    this.#load();
  }

  disconnectedCallback() {
    this.#loading?.abort();
  }

  attributeChangedCallback() {
    if (this.isConnected) {
      this.#load();
    }
  }

  async #load() {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    const words = wordsFor(this, reportMessages, null);
    this.#root.replaceChildren(element('p', { role: 'status' }, words.loading));
    try {
      const response = await fetch(this.getAttribute('src') ?? '', { signal: loading.signal });
      if (!response.ok) {
        throw new Error(`status ${response.status}`);
      }
      const report = /** @type {Report} */ (await response.json());
      this.#root.replaceChildren(...sections(report, words, languageOf(this)));
      this.dispatchEvent(new CustomEvent('report-ready', { bubbles: true }));
    } catch (problem) {
      if (!loading.signal.aborted) {
        this.#root.replaceChildren(element('p', { role: 'alert' }, words.failed));
      }
    }
  }
}

/**
 * @param {Report} report
 * @param {ReportWords} words
 * @param {string} language
 */
function sections(report, words, language) {
  return [
    report.ranking?.length ? ranking(report.ranking, words, language) : null,
    report.models?.length ? match(report, words, language) : null,
    report.laws?.length ? laws(report, words, language) : null,
    report.curve?.length ? curve(report.curve, words, language) : null,
  ].filter((section) => section !== null);
}

/**
 * @param {NonNullable<Report['ranking']>} ranked best first
 * @param {ReportWords} words
 * @param {string} language
 */
function ranking(ranked, words, language) {
  const [best, next] = ranked;
  const verdict =
    next === undefined
      ? null
      : element(
          'p',
          {},
          fill(words.verdict, { camera: best.camera, iso: String(best.iso), margin: number(next.nllPerDim - best.nllPerDim, language) }),
        );
  const rows = ranked
    .slice(0, RANKED)
    .map((row, index) =>
      element(
        'tr',
        {},
        element('td', { class: index === 0 ? 'best' : null }, row.camera),
        element('td', {}, String(row.iso)),
        element('td', {}, number(row.nllPerDim, language)),
      ),
    );
  return element(
    'section',
    {},
    element('h2', {}, words.ranking),
    verdict,
    table([words.camera, words.iso, words.nll], rows),
  );
}

/**
 * @param {Report} report
 * @param {ReportWords} words
 * @param {string} language
 */
function match(report, words, language) {
  const models = report.models ?? [];
  const names = Object.keys(models[0].kl);
  const columns = [
    models.map((model) => model.nllPerDim),
    ...names.map((name) => models.map((model) => model.kl[name])),
  ];
  const rows = models.map((model, row) =>
    element(
      'tr',
      {},
      element('td', {}, nameOf(model.name, words)),
      ...columns.map((column) =>
        element('td', { class: column[row] === Math.min(...column) ? 'best' : null }, number(column[row], language)),
      ),
    ),
  );
  return element(
    'section',
    {},
    element('h2', {}, words.match),
    element('p', {}, fill(words.matchNote, { pairs: String(report.heldOutPairs ?? '') })),
    table([words.law, words.nll, ...names], rows),
  );
}

/**
 * @param {Report} report
 * @param {ReportWords} words
 * @param {string} language
 */
function laws(report, words, language) {
  const shown = (report.laws ?? []).filter((law) => law.name in COLOURS);
  const centres = report.brightness ?? [];
  /** @param {(law: Law) => (number | null)[]} of */
  const byBrightness = (of) =>
    shown.map((law) =>
      series(law.name, of(law).flatMap((value, bin) => (value === null ? [] : [{ x: centres[bin], y: value }]))),
    );
  const byLag = shown.map((law) => series(law.name, law.autocorrelation.map((value, lag) => ({ x: lag + 1, y: value }))));
  /** @type {[number, number]} */
  const codes = [0, 255];
  return element(
    'section',
    {},
    legend(shown.map((law) => law.name), words),
    element(
      'div',
      { class: 'charts' },
      figure(`${words.deviation} (${words.green})`, words.brightness, codes, [0, 1], byBrightness((law) => law.deviation[GREEN]), language),
      figure(`${words.mean} (${words.green})`, words.brightness, codes, [-0.5, 0.5], byBrightness((law) => law.mean[GREEN]), language),
      figure(`${words.autocorrelation} (${words.green})`, words.lag, [1, 4], [0, 0.2], byLag, language),
    ),
  );
}

/**
 * @param {NonNullable<Report['curve']>} points
 * @param {ReportWords} words
 * @param {string} language
 */
function curve(points, words, language) {
  const training = points.flatMap((point) => (point.training === null ? [] : [{ x: point.step, y: point.training }]));
  const validation = points.flatMap((point) => (point.validation === null ? [] : [{ x: point.step, y: point.validation }]));
  const lines = [series('training', training), series('validation', validation)].filter((one) => one.points.length > 0);
  /** @type {[number, number]} */
  const across = [points[0].step, Math.max(points[points.length - 1].step, points[0].step + 1)];
  const lowest = Math.min(...lines.flatMap((one) => one.points.map((point) => point.y)));
  return element(
    'section',
    {},
    element('h2', {}, words.curve),
    legend(lines.map((one) => one.name), words),
    element('div', { class: 'charts' }, figure(words.nll, words.step, across, [lowest, lowest + 0.1], lines, language)),
  );
}

/**
 * @param {string} name
 * @param {{x: number, y: number}[]} points
 * @returns {Series}
 */
function series(name, points) {
  return { name, colour: COLOURS[/** @type {keyof typeof COLOURS} */ (name)], points };
}

/**
 * @param {string} title
 * @param {string} axis
 * @param {[number, number]} across
 * @param {[number, number]} up
 * @param {Series[]} lines
 * @param {string} language
 */
function figure(title, axis, across, up, lines, language) {
  const markers = lines.every((line) => line.points.length <= 20);
  return element('div', {}, element('h3', {}, title), lineChart({ title, axis, across, up, markers, series: lines }, language));
}

/**
 * @param {string[]} names
 * @param {ReportWords} words
 */
function legend(names, words) {
  return element(
    'ul',
    { class: 'legend' },
    ...names.map((name) => {
      const colour = COLOURS[/** @type {keyof typeof COLOURS} */ (name)];
      return element(
        'li',
        { class: `key ${colour}` },
        svg('svg', { viewBox: '0 0 14 14', 'aria-hidden': 'true' }, marker(colour, 7, 7)),
        nameOf(name, words),
      );
    }),
  );
}

/**
 * @param {string[]} head
 * @param {HTMLTableRowElement[]} rows
 */
function table(head, rows) {
  return element(
    'div',
    { class: 'scroll' },
    element(
      'table',
      {},
      element('thead', {}, element('tr', {}, ...head.map((name) => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, ...rows),
    ),
  );
}

/**
 * @param {string} name of a law
 * @param {ReportWords} words
 */
function nameOf(name, words) {
  return Object.hasOwn(words, name) ? words[/** @type {keyof ReportWords} */ (name)] : name;
}

/**
 * @param {number} value
 * @param {string} language
 */
function number(value, language) {
  return value.toLocaleString(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
}

customElements.define('diorama-noise-report', DioramaNoiseReport);
