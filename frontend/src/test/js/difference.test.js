// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amplifyDifference } from '../../main/resources/META-INF/resources/diorama/compare/difference.js';

test('no change is grey, a change is multiplied and cut to the range', () => {
  const before = new Uint8ClampedArray([10, 200, 100, 255, 0, 255, 7, 128]);
  const after = new Uint8ClampedArray([13, 190, 100, 255, 255, 0, 7, 255]);
  const out = new Uint8ClampedArray(8);
  amplifyDifference(before, after, 8, out);
  assert.deepEqual([...out], [152, 48, 128, 255, 255, 0, 128, 255]);
});

test('the result may replace an input', () => {
  const before = new Uint8ClampedArray([10, 20, 30, 255]);
  const after = new Uint8ClampedArray([11, 19, 30, 255]);
  amplifyDifference(before, after, 64, after);
  assert.deepEqual([...after], [192, 64, 128, 255]);
});

test('pictures of different size are an error', () => {
  assert.throws(() => amplifyDifference(new Uint8ClampedArray(4), new Uint8ClampedArray(8), 1, new Uint8ClampedArray(8)), /4, 8, 8/);
});
