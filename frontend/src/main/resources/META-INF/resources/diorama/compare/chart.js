// @ts-check
import { svg } from '../element/dom.js';
import { ticks } from './ticks.js';

/** @typedef {{x: number, y: number}} Point */
/**
 * @typedef {object} Series
 * @property {string} name
 * @property {'red' | 'green' | 'blue'} colour also chooses marker and dash, so that colour is not needed to tell them apart
 * @property {Point[]} points
 */

const WIDTH = 340;
const HEIGHT = 200;
const LEFT = 42;
const RIGHT = 10;
const TOP = 10;
const BOTTOM = 36;

/**
 * A small line chart as SVG; its colours come from the element's style sheet (`.series.red` …).
 *
 * @param {object} chart
 * @param {string} chart.title read out
 * @param {string} chart.axis caption of the horizontal axis
 * @param {[number, number]} chart.across range of x
 * @param {[number, number]} chart.up smallest range of y; grows to hold all points
 * @param {boolean} chart.markers
 * @param {Series[]} chart.series
 * @param {string} language
 * @returns {SVGSVGElement}
 */
export function lineChart({ title, axis, across, up, markers, series }, language) {
  const heights = series.flatMap((one) => one.points.map((point) => point.y));
  const rows = ticks(Math.min(up[0], ...heights), Math.max(up[1], ...heights), 4);
  const columns = ticks(across[0], across[1], 4).filter((mark) => mark >= across[0] && mark <= across[1]);
  const [bottom, top] = [rows[0], rows[rows.length - 1]];
  /** @param {number} value */
  const x = (value) => LEFT + ((value - across[0]) / (across[1] - across[0])) * (WIDTH - LEFT - RIGHT);
  /** @param {number} value */
  const y = (value) => HEIGHT - BOTTOM - ((value - bottom) / (top - bottom)) * (HEIGHT - TOP - BOTTOM);
  return svg(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': title, class: 'chart' },
    ...rows.flatMap((value) => [
      svg('line', { class: value === 0 ? 'axis' : 'rule', x1: LEFT, x2: WIDTH - RIGHT, y1: y(value), y2: y(value) }),
      svg('text', { x: LEFT - 6, y: y(value) + 4, 'text-anchor': 'end' }, short(value, language)),
    ]),
    ...columns.flatMap((value) => [
      svg('line', { class: 'tick', x1: x(value), x2: x(value), y1: HEIGHT - BOTTOM, y2: HEIGHT - BOTTOM + 4 }),
      svg('text', { x: x(value), y: HEIGHT - BOTTOM + 16, 'text-anchor': 'middle' }, short(value, language)),
    ]),
    svg('text', { class: 'caption', x: (LEFT + WIDTH - RIGHT) / 2, y: HEIGHT - 4, 'text-anchor': 'middle' }, axis),
    ...series.map((one) =>
      svg(
        'g',
        { class: `series ${one.colour}` },
        svg('polyline', { points: one.points.map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`).join(' ') }),
        ...(markers ? one.points.map((point) => marker(one.colour, x(point.x), y(point.y))) : []),
      ),
    ),
  );
}

/**
 * @param {Series['colour']} colour
 * @param {number} x
 * @param {number} y
 */
export function marker(colour, x, y) {
  switch (colour) {
    case 'red':
      return svg('circle', { cx: x, cy: y, r: 3 });
    case 'green':
      return svg('rect', { x: x - 2.8, y: y - 2.8, width: 5.6, height: 5.6 });
    case 'blue':
      return svg('path', { d: `M${x} ${y - 3.6}l3.6 6.4h-7.2z` });
  }
}

/**
 * @param {number} value
 * @param {string} language
 */
function short(value, language) {
  return value.toLocaleString(language, { notation: 'compact', maximumFractionDigits: 2 });
}
