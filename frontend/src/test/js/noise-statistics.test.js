// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BINS, HISTOGRAM_MIDDLE, NoiseStatistics } from '../../main/resources/META-INF/resources/diorama/compare/noise-statistics.js';
import { randomNumbers } from './support.js';

/** @param {number[][]} pixels */
const rgba = (pixels) => new Uint8ClampedArray(pixels.flatMap(([r, g, b, a = 255]) => [r, g, b, a]));

test('mean and deviation of a bin agree with the textbook formula', () => {
  const random = randomNumbers(3);
  const clean = Array.from({ length: 4000 }, () => [random() * 256, random() * 256, random() * 256].map(Math.floor));
  const noisy = clean.map((pixel) => pixel.map((value) => Math.min(255, Math.max(0, value + Math.round((random() - 0.5) * (4 + value / 8))))));
  const statistics = new NoiseStatistics();
  statistics.add(rgba(clean.slice(0, 1500)), rgba(noisy.slice(0, 1500)));
  statistics.add(rgba(clean.slice(1500)), rgba(noisy.slice(1500)));
  const report = statistics.report();
  for (let channel = 0; channel < 3; channel++) {
    for (let bin = 0; bin < BINS; bin++) {
      const differences = clean.flatMap((pixel, i) => (pixel[channel] >> 4 === bin ? [noisy[i][channel] - pixel[channel]] : []));
      const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
      const variance = differences.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (differences.length - 1);
      const measured = report.channels[channel][bin];
      assert.equal(measured.count, differences.length);
      assert.ok(Math.abs(measured.mean - mean) < 1e-9);
      assert.ok(Math.abs(measured.deviation - Math.sqrt(variance)) < 1e-9);
    }
  }
});

test('the histogram counts each difference once a channel', () => {
  const statistics = new NoiseStatistics();
  statistics.add(rgba([[0, 255, 9], [5, 5, 9]]), rgba([[255, 0, 9], [4, 5, 9]]));
  const { histograms, pixels } = statistics.report();
  assert.equal(pixels, 2);
  assert.equal(histograms[0][HISTOGRAM_MIDDLE + 255], 1);
  assert.equal(histograms[0][HISTOGRAM_MIDDLE - 1], 1);
  assert.equal(histograms[1][HISTOGRAM_MIDDLE - 255], 1);
  assert.equal(histograms[2][HISTOGRAM_MIDDLE], 2);
  assert.deepEqual(histograms.map((channel) => channel.reduce((sum, count) => sum + count, 0)), [2, 2, 2]);
});

test('an empty bin has no mean, a single pixel no deviation', () => {
  const statistics = new NoiseStatistics();
  statistics.add(rgba([[100, 100, 100]]), rgba([[103, 100, 100]]));
  const [red] = statistics.report().channels;
  assert.equal(red[6].mean, 3);
  assert.ok(Number.isNaN(red[6].deviation));
  assert.ok(Number.isNaN(red[0].mean));
});

test('transparent pixels do not count', () => {
  const statistics = new NoiseStatistics();
  statistics.add(rgba([[1, 1, 1, 0], [1, 1, 1, 255]]), rgba([[9, 9, 9, 255], [9, 9, 9, 254]]));
  assert.equal(statistics.report().pixels, 0);
});
