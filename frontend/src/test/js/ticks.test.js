// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ticks } from '../../main/resources/META-INF/resources/diorama/compare/ticks.js';

test('marks are round and cover the range', () => {
  assert.deepEqual(ticks(0, 8.7, 4), [0, 5, 10]);
  assert.deepEqual(ticks(-2.1, 1, 4), [-3, -2, -1, 0, 1]);
  assert.deepEqual(ticks(0, 1, 4), [0, 0.5, 1]);
  assert.deepEqual(ticks(5, 5, 4), [5, 5.5]);
});
