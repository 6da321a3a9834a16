// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelFor, levelSizes } from '../../main/resources/META-INF/resources/diorama/compare/pyramid.js';

test('levels halve down to a thousand pixels', () => {
  assert.deepEqual(levelSizes({ width: 6000, height: 4000 }), [
    { width: 6000, height: 4000 },
    { width: 3000, height: 2000 },
    { width: 1500, height: 1000 },
    { width: 750, height: 500 },
  ]);
  assert.deepEqual(levelSizes({ width: 768, height: 512 }), [{ width: 768, height: 512 }]);
  assert.deepEqual(levelSizes({ width: 2048, height: 1 }).at(-1), { width: 1024, height: 1 });
});

test('a level has at least one and less than two pixels for each device pixel', () => {
  for (let scale = 0.13; scale < 1; scale += 0.01) {
    const perDevicePixel = 0.5 ** levelFor(scale, 4) / scale;
    assert.ok(perDevicePixel >= 1 - 1e-6 && perDevicePixel < 2 + 1e-6, `${scale}: ${perDevicePixel}`);
  }
  assert.equal(levelFor(5, 4), 0);
  assert.equal(levelFor(1e-4, 4), 3);
});
