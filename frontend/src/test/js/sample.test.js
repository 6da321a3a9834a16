// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleTiles } from '../../main/resources/META-INF/resources/diorama/compare/sample.js';

/** @param {import('../../main/resources/META-INF/resources/diorama/compare/view.js').Rectangle[]} tiles */
const area = (tiles) => tiles.reduce((sum, tile) => sum + tile.width * tile.height, 0);

test('a small picture is covered exactly', () => {
  assert.equal(area(sampleTiles({ width: 768, height: 512 })), 768 * 512);
  assert.equal(area(sampleTiles({ width: 1999, height: 1999 })), 1999 * 1999);
  assert.equal(area(sampleTiles({ width: 1, height: 1 })), 1);
});

test('a large picture gives at most four million pixels, from tiles inside it that do not overlap', () => {
  for (const picture of [{ width: 6000, height: 4000 }, { width: 11600, height: 8660 }, { width: 100_000, height: 300 }, { width: 2500, height: 2500 }]) {
    const tiles = sampleTiles(picture);
    assert.ok(area(tiles) <= 4_000_000);
    assert.ok(area(tiles) > 1_000_000, `${JSON.stringify(picture)}: ${area(tiles)}`);
    assert.equal(new Set(tiles.map((tile) => `${tile.x},${tile.y}`)).size, tiles.length);
    assert.ok(tiles.every((tile) => tile.x % 256 === 0 && tile.y % 256 === 0 && tile.x + tile.width <= picture.width && tile.y + tile.height <= picture.height));
  }
});

test('the tiles of a large picture reach each of its quarters', () => {
  const quarters = new Map();
  for (const tile of sampleTiles({ width: 11600, height: 8660 })) {
    const quarter = `${tile.x < 5800}${tile.y < 4330}`;
    quarters.set(quarter, (quarters.get(quarter) ?? 0) + 1);
  }
  assert.equal(quarters.size, 4);
  assert.ok([...quarters.values()].every((count) => count >= 10), JSON.stringify([...quarters]));
});
