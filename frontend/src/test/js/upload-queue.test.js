// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UploadQueue } from '../../main/resources/META-INF/resources/diorama/upload/queue.js';

/** An upload that ends when the test says so. */
class HandOperatedUpload {
  state = 'waiting';
  sent = 0;
  transferred = 0;
  /** @type {() => void} */
  #end = () => {};

  /** @param {string} key */
  constructor(key) {
    this.key = key;
    this.file = { size: 100 };
  }

  run() {
    this.state = 'sending';
    return new Promise((resolve) => (this.#end = () => resolve(undefined)));
  }

  /** @param {string} state */
  end(state) {
    this.state = state;
    this.#end();
    return new Promise((resolve) => setImmediate(resolve));
  }

  pause() {
    return this.end('paused');
  }

  resume() {
    this.state = 'waiting';
  }

  async remove() {
    await this.end('removed');
  }
}

/** @param {number} count */
function filled(count) {
  const queue = new UploadQueue();
  const uploads = Array.from({ length: count }, (_, i) => new HandOperatedUpload(`file ${i}`));
  uploads.forEach((upload) => queue.add(/** @type {any} */ (upload)));
  return { queue, uploads, states: () => uploads.map((upload) => upload.state) };
}

test('three are sent at once, the next when one ends', async () => {
  const { uploads, states } = filled(5);
  assert.deepEqual(states(), ['sending', 'sending', 'sending', 'waiting', 'waiting']);
  await uploads[1].end('finished');
  assert.deepEqual(states(), ['sending', 'finished', 'sending', 'sending', 'waiting']);
  await uploads[0].end('refused');
  assert.deepEqual(states(), ['refused', 'finished', 'sending', 'sending', 'sending']);
});

test('a paused one makes room and comes back in its turn', async () => {
  const { queue, uploads, states } = filled(4);
  queue.pause(/** @type {any} */ (uploads[0]));
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(states(), ['paused', 'sending', 'sending', 'sending']);
  queue.resume(/** @type {any} */ (uploads[0]));
  assert.deepEqual(states(), ['waiting', 'sending', 'sending', 'sending']);
  await uploads[2].end('finished');
  assert.deepEqual(states(), ['sending', 'sending', 'finished', 'sending']);
});

test('the same file is taken once while under way, again after it finished', async () => {
  const { queue, uploads } = filled(1);
  assert.equal(queue.add(/** @type {any} */ (new HandOperatedUpload('file 0'))), false);
  await uploads[0].end('finished');
  assert.equal(queue.add(/** @type {any} */ (new HandOperatedUpload('file 0'))), true);
});

test('a closed queue starts nothing more', async () => {
  const { queue, uploads, states } = filled(4);
  queue.close();
  await uploads[0].end('paused');
  assert.deepEqual(states(), ['paused', 'paused', 'paused', 'paused']);
});

test('the summary leaves refused files out of the bytes', async () => {
  const { queue, uploads } = filled(4);
  uploads[0].sent = 40;
  await uploads[1].end('refused');
  const { files, refused, active, waiting, bytes, sentBytes } = queue.summary();
  assert.deepEqual({ files, refused, active, waiting, bytes, sentBytes }, { files: 4, refused: 1, active: 3, waiting: 0, bytes: 300, sentBytes: 40 });
});
