// @ts-check
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { MODULES } from './support.js';

/** WCAG 2.2: 4.5 for text (1.4.3), 3 for the edges of controls, icons and focus (1.4.11). */
const TEXT = 4.5;
const SHAPE = 3;

const css = readFileSync(new URL('tokens.css', MODULES), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--studio-([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(([, name, light, dark]) => [name, { light, dark }]),
);

const grounds = ['paper', 'surface', 'raised'];
const states = ['queued', 'running', 'succeeded', 'failed', 'cancelled', 'quarantined', 'warning'];

/** @type {[string, string, number][]} */
const pairs = [
  ...grounds.flatMap((ground) => [
    ...['ink', 'ink-soft', 'ink-faint', 'accent-text', 'failed', 'succeeded', 'running', 'queued', 'cancelled', 'quarantined'].map((ink) => /** @type {[string, string, number]} */ ([ink, ground, TEXT])),
    ...['line-strong', 'accent', 'focus', 'lamp'].map((shape) => /** @type {[string, string, number]} */ ([shape, ground, SHAPE])),
  ]),
  ...states.map((state) => /** @type {[string, string, number]} */ ([state, `${state}-soft`, TEXT])),
  ...states.map((state) => /** @type {[string, string, number]} */ (['ink', `${state}-soft`, TEXT])),
  ['on-accent', 'accent', TEXT],
  ['accent-text', 'accent-soft', TEXT],
  ['ink', 'accent-soft', TEXT],
  ['warning', 'lamp-soft', TEXT],
  ['lamp', 'accent-soft', SHAPE],
  ['focus', 'accent-soft', SHAPE],
];

/**
 * WCAG 2.2, relative luminance.
 *
 * @param {string} colour #rrggbb
 */
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** @param {string} one @param {string} other */
function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (high + 0.05) / (low + 0.05);
}

for (const scheme of /** @type {const} */ (['light', 'dark'])) {
  test(`${scheme}: every pair of colours has the contrast of WCAG 2.2 AA`, (context) => {
    const measured = pairs.map(([ink, ground, least]) => {
      const [one, other] = [ink, ground].map((name) => tokens.get(name)?.[scheme] ?? assert.fail(`no token --studio-${name}`));
      return { pair: `${ink} on ${ground}`, ratio: contrast(one, other), least };
    });
    context.diagnostic(measured.map(({ pair, ratio }) => `${pair} ${ratio.toFixed(2)}`).join(' · '));
    const weak = measured.filter(({ ratio, least }) => ratio < least);
    assert.deepEqual(weak, []);
  });
}

test('black on white is 21', () => assert.equal(contrast('#000000', '#ffffff'), 21));
