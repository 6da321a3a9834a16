// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Strokes } from '../../main/resources/META-INF/resources/diorama/keys/strokes.js';

const NAMES = ['n', 'g p', 'g j', 'p'];

test('a single key is complete at once', () => {
  assert.equal(new Strokes().press('n', 0, NAMES), 'n');
  assert.equal(new Strokes().press('z', 0, NAMES), null);
});

test('two keys in a row are one name, and the second is not also a name of its own', () => {
  const strokes = new Strokes();
  assert.equal(strokes.press('g', 0, NAMES), null);
  assert.equal(strokes.press('p', 400, NAMES), 'g p');
  assert.equal(strokes.press('p', 500, NAMES), 'p');
});

test('a second key that comes late, or fits nothing, stands for itself', () => {
  const strokes = new Strokes();
  strokes.press('g', 0, NAMES);
  assert.equal(strokes.press('p', 1501, NAMES), 'p');
  strokes.press('g', 2000, NAMES);
  assert.equal(strokes.press('n', 2100, NAMES), 'n');
});

test('the first key pressed again begins anew', () => {
  const strokes = new Strokes();
  strokes.press('g', 0, NAMES);
  strokes.press('g', 1000, NAMES);
  assert.equal(strokes.press('j', 2400, NAMES), 'g j');
});
