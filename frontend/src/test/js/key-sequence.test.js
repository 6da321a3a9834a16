// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KeySequence } from '../../main/resources/META-INF/resources/diorama/keys/key-sequence.js';

const known = ['u', 'p', 'g p', 'g j', ','];

test('a single key acts at once', () => {
  const keys = new KeySequence();
  assert.equal(keys.press('u', known, 0), 'u');
  assert.equal(keys.press(',', known, 1), ',');
  assert.equal(keys.press('z', known, 2), null);
});

test('a pair acts with its second key, and that key alone does not', () => {
  const keys = new KeySequence();
  assert.equal(keys.press('g', known, 0), null);
  assert.equal(keys.press('p', known, 1500), 'g p');
  assert.equal(keys.press('p', known, 1600), 'p');
});

test('too late, or with a foreign key between, the pair is forgotten', () => {
  const keys = new KeySequence();
  keys.press('g', known, 0);
  assert.equal(keys.press('j', known, 1501), null);
  keys.press('g', known, 2000);
  assert.equal(keys.press('z', known, 2100), null);
  assert.equal(keys.press('j', known, 2200), null);
});
