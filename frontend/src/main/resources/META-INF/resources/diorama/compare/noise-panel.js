// @ts-check
import { element, svg } from '../element/dom.js';
import { fill } from '../text/fill.js';
import { lineChart, marker } from './chart.js';
import { HISTOGRAM_MIDDLE } from './noise-statistics.js';

/** @typedef {import('./noise-statistics.js').NoiseReport} NoiseReport */
/** @typedef {import('./messages.js').CompareWords} CompareWords */
/** @typedef {import('./chart.js').Series} Series */

const COLOURS = /** @type {const} */ (['red', 'green', 'blue']);

/** Fewer pixels than this say little about a bin; it is left out of the plot but stays in the table. */
const FEWEST_PIXELS = 64;

/**
 * The report as three plots and a table.
 *
 * @param {NoiseReport} report
 * @param {CompareWords} words
 * @param {string} language
 * @returns {HTMLElement}
 */
export function noisePanel(report, words, language) {
  /** @type {(value: number) => string} */
  const decimal = (value) =>
    Number.isNaN(value) ? '–' : value.toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const [red, green, blue] = report.deviations.map(decimal);
  const brightness = { axis: words.axisBrightness, across: /** @type {[number, number]} */ ([0, 255]), markers: true };
  return element(
    'div',
    { class: 'noise-report' },
    element('p', {}, fill(words.noiseSummary, { red, green, blue, pixels: report.pixels.toLocaleString(language) })),
    legend(words),
    element(
      'div',
      { class: 'charts' },
      figure(words.deviationChart, lineChart({ ...brightness, title: words.deviationChart, up: [0, 1], series: byBrightness(report, words, 'deviation') }, language)),
      figure(words.meanChart, lineChart({ ...brightness, title: words.meanChart, up: [-1, 1], series: byBrightness(report, words, 'mean') }, language)),
      figure(words.histogramChart, histogram(report, words, language)),
    ),
    table(report, words, decimal, language),
  );
}

/**
 * @param {NoiseReport} report
 * @param {CompareWords} words
 * @param {'mean' | 'deviation'} moment
 * @returns {Series[]}
 */
function byBrightness(report, words, moment) {
  return COLOURS.map((colour, channel) => ({
    name: words[colour],
    colour,
    points: report.channels[channel]
      .filter((bin) => bin.count >= FEWEST_PIXELS)
      .map((bin) => ({ x: (bin.low + bin.high) / 2, y: bin[moment] })),
  }));
}

/**
 * Cut at four standard deviations of the noisiest channel, as one outlier would otherwise squeeze the curve.
 *
 * @param {NoiseReport} report
 * @param {CompareWords} words
 * @param {string} language
 */
function histogram(report, words, language) {
  const widest = Math.max(1, ...report.deviations.filter(Number.isFinite));
  const reach = Math.min(255, Math.max(4, Math.ceil(4 * widest)));
  const series = COLOURS.map((colour, channel) => ({
    name: words[colour],
    colour,
    points: Array.from({ length: 2 * reach + 1 }, (_, i) => ({
      x: i - reach,
      y: report.histograms[channel][HISTOGRAM_MIDDLE + i - reach],
    })),
  }));
  return lineChart(
    { title: words.histogramChart, axis: words.axisDifference, across: [-reach, reach], up: [0, 1], markers: false, series },
    language,
  );
}

/** @param {CompareWords} words */
function legend(words) {
  const entries = COLOURS.map((colour) =>
    element(
      'li',
      {},
      svg('svg', { viewBox: '0 0 28 12', width: 28, height: 12, 'aria-hidden': 'true' }, svg('g', { class: `series ${colour}` }, svg('polyline', { points: '1,6 27,6' }), marker(colour, 14, 6))),
      words[colour],
    ),
  );
  return element('ul', { class: 'legend' }, ...entries);
}

/**
 * @param {string} title
 * @param {SVGSVGElement} chart
 */
function figure(title, chart) {
  return element('figure', {}, element('figcaption', {}, title), chart);
}

/**
 * @param {NoiseReport} report
 * @param {CompareWords} words
 * @param {(value: number) => string} decimal
 * @param {string} language
 */
function table(report, words, decimal, language) {
  const heads = [words.tableRange, ...COLOURS.flatMap((colour) => [`${words[colour]} σ`, `${words[colour]} μ`]), words.tablePixels];
  const rows = report.channels[0].map((first, bin) => {
    const bins = report.channels.map((channel) => channel[bin]);
    const pixels = bins.map((one) => one.count.toLocaleString(language)).join(' / ');
    return element(
      'tr',
      {},
      element('th', { scope: 'row' }, `${first.low}–${first.high}`),
      ...bins.flatMap((one) => [element('td', {}, decimal(one.deviation)), element('td', {}, decimal(one.mean))]),
      element('td', {}, pixels),
    );
  });
  const head = element('tr', {}, ...heads.map((text) => element('th', { scope: 'col' }, text)));
  const body = element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows));
  return element('details', {}, element('summary', {}, words.table), element('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': words.table }, body));
}
