// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill } from '../../main/resources/META-INF/resources/diorama/text/fill.js';
import { formatBytes, formatDuration } from '../../main/resources/META-INF/resources/diorama/text/quantity.js';

test('sizes have three significant digits and the unit of their magnitude', () => {
  assert.equal(formatBytes(0, 'en'), '0 B');
  assert.equal(formatBytes(999, 'en'), '999 B');
  assert.equal(formatBytes(1000, 'en'), '1 kB');
  assert.equal(formatBytes(12_345_678, 'en'), '12.3 MB');
  assert.equal(formatBytes(12_345_678, 'de'), '12,3 MB');
  assert.equal(formatBytes(999_960_000, 'en'), '1 GB');
});

test('durations have two units at most', () => {
  assert.equal(formatDuration(0.2), '1 s');
  assert.equal(formatDuration(59), '59 s');
  assert.equal(formatDuration(203), '3 min 20 s');
  assert.equal(formatDuration(3600), '1 h');
  assert.equal(formatDuration(7500), '2 h 5 min');
});

test('a message keeps a name that has no value, also one of Object', () => {
  assert.equal(fill('{a} of {b} {toString}', { a: 1 }), '1 of {b} {toString}');
});
