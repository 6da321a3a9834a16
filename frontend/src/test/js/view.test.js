// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clampView, fitView, LARGEST_SCALE, pan, placement, toPicture, zoomAt } from '../../main/resources/META-INF/resources/diorama/compare/view.js';
import { randomNumbers } from './support.js';

const stage = { width: 900, height: 600 };
const picture = { width: 6000, height: 4000 };

test('a fitted picture touches two opposite edges of the stage and is centred', () => {
  const { source, target } = placement(fitView(stage, { width: 4000, height: 4000 }), stage, { width: 4000, height: 4000 });
  assert.deepEqual(source, { x: 0, y: 0, width: 4000, height: 4000 });
  assert.deepEqual(target, { x: 150, y: 0, width: 600, height: 600 });
});

test('the picture point under the pointer stays there while zooming', () => {
  const random = randomNumbers(7);
  for (let i = 0; i < 200; i++) {
    const view = { scale: 0.5 + random() * 4, x: 2500 + random() * 1000, y: 1500 + random() * 1000 };
    const point = { x: random() * stage.width, y: random() * stage.height };
    const before = toPicture(view, point, stage);
    const after = toPicture(zoomAt(view, 1 + random(), point, stage, picture), point, stage);
    assert.ok(Math.hypot(after.x - before.x, after.y - before.y) < 1e-9, JSON.stringify({ view, point, before, after }));
  }
});

test('zooming ends at fit and at 32 device pixels a pixel', () => {
  const middle = { x: 450, y: 300 };
  assert.equal(zoomAt(fitView(stage, picture), 1e9, middle, stage, picture).scale, LARGEST_SCALE);
  assert.deepEqual(zoomAt({ scale: 4, x: 100, y: 100 }, 1e-9, middle, stage, picture), fitView(stage, picture));
});

test('a picture smaller than the stage can be seen at 1:1', () => {
  const small = { width: 60, height: 40 };
  assert.equal(zoomAt(fitView(stage, small), 1e-9, { x: 0, y: 0 }, stage, small).scale, 1);
});

test('panning never shows what lies beyond the picture', () => {
  const view = pan({ scale: 1, x: 3000, y: 2000 }, { x: 1e6, y: -1e6 }, stage, picture);
  assert.deepEqual(placement(view, stage, picture).source, { x: 0, y: 3400, width: 900, height: 600 });
  assert.deepEqual(clampView(view, stage, picture), view);
});

test('at 1:1 each picture pixel is one device pixel, on whole pixels', () => {
  const { source, target } = placement({ scale: 1, x: 3000.37, y: 2000.81 }, stage, picture);
  assert.ok(Number.isInteger(target.x) && Number.isInteger(target.y));
  assert.equal(target.width, source.width);
  assert.equal(target.height, source.height);
});

test('the visible region covers the stage, by whole pixels, without reaching further than one pixel', () => {
  const random = randomNumbers(11);
  for (let i = 0; i < 200; i++) {
    const view = clampView({ scale: 1 + random() * 31, x: random() * 6000, y: random() * 4000 }, stage, picture);
    const { source, target } = placement(view, stage, picture);
    assert.ok(Number.isInteger(source.x) && Number.isInteger(source.width));
    assert.ok(target.x <= 1 && target.x + target.width >= stage.width - 1, JSON.stringify({ view, source, target }));
    assert.ok(target.x > -view.scale - 1 && target.x + target.width < stage.width + view.scale + 1);
  }
});
