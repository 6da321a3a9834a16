// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FileUpload } from '../../main/resources/META-INF/resources/diorama/upload/file-upload.js';
import { fingerprint, ResumeStore } from '../../main/resources/META-INF/resources/diorama/upload/resume-store.js';
import { TusClient } from '../../main/resources/META-INF/resources/diorama/upload/tus.js';
import { MemoryStore, randomNumbers } from './support.js';
import { answer, ENDPOINT, TusServer } from './tus-server.js';

const SIZE = 20 * 1024 * 1024; // three chunks

/** @param {number} size */
function randomFile(size) {
  const random = randomNumbers(5);
  const bytes = new Uint32Array(Math.ceil(size / 4)).map(() => random() * 2 ** 32);
  return new File([new Uint8Array(bytes.buffer, 0, size)], 'Straße <b>.png', { type: 'image/png', lastModified: 1_700_000_000_000 });
}

const file = randomFile(SIZE);

/**
 * @param {TusServer} server
 * @param {{store?: ResumeStore, sha256?: ((bytes: ArrayBuffer) => Promise<ArrayBuffer>) | null, wait?: (ms: number, signal: AbortSignal) => Promise<void>}} [parts]
 */
function uploadTo(server, { store = storeIn(new MemoryStore()), sha256 = (bytes) => crypto.subtle.digest('SHA-256', bytes), wait } = {}) {
  /** @type {number[]} */
  const waits = [];
  const client = new TusClient({ endpoint: ENDPOINT, transport: server.transport, sha256, now: () => 0 });
  const upload = new FileUpload(file, {
    client,
    store,
    key: fingerprint(file, ENDPOINT),
    metadata: { project: 'p1' },
    wait: wait ?? (async (milliseconds) => void waits.push(milliseconds)),
    random: () => 1,
  });
  return { upload, waits, store };
}

/** @param {MemoryStore} memory */
const storeIn = (memory) => new ResumeStore(() => memory, () => 0);

/** @param {TusServer} server */
async function assertArrived(server) {
  const [stored] = [...server.uploads.values()].filter((upload) => upload.bytes.length === SIZE);
  assert.ok(stored !== undefined, 'no upload is complete');
  assert.ok(stored.bytes.equals(Buffer.from(await file.arrayBuffer())), 'bytes differ');
}

/** @param {TusServer} server */
const methods = (server) => server.requests.map((request) => request.method).join(' ');

test('a file travels in chunks of 8 MiB with its name, checksum and the header against forged requests', async () => {
  const server = new TusServer();
  const { upload } = uploadTo(server);
  await upload.run();
  assert.equal(upload.state, 'finished');
  assert.equal(upload.location, `${ENDPOINT}/upload-1`);
  assert.equal(upload.sent, SIZE);
  await assertArrived(server);
  assert.equal(methods(server), 'POST PATCH PATCH PATCH');
  assert.deepEqual(server.requests.slice(1).map((request) => request.headers['Upload-Offset']), ['0', '8388608', '16777216']);
  assert.ok(server.requests.every((request) => request.headers['Tus-Resumable'] === '1.0.0' && request.headers['X-Requested-With'] === 'diorama'));
  assert.ok(server.requests.slice(1).every((request) => request.headers['Upload-Checksum'].startsWith('sha256 ')));
  const metadata = Object.fromEntries(server.requests[0].headers['Upload-Metadata'].split(',').map((pair) => pair.split(' ')));
  assert.equal(Buffer.from(metadata.filename, 'base64').toString(), 'Straße <b>.png');
  assert.equal(Buffer.from(metadata.filetype, 'base64').toString(), 'image/png');
  assert.equal(Buffer.from(metadata.project, 'base64').toString(), 'p1');
});

test('without a hash in the browser the checksum is left out', async () => {
  const server = new TusServer();
  await uploadTo(server, { sha256: null }).upload.run();
  assert.ok(server.requests.every((request) => !('Upload-Checksum' in request.headers)));
  await assertArrived(server);
});

for (const { fault, after, waits } of /** @type {const} */ ([
  { fault: 'cut', after: 'POST PATCH HEAD PATCH PATCH', waits: [1000] },
  { fault: 'lost answer', after: 'POST PATCH HEAD PATCH PATCH', waits: [1000] },
  { fault: 'conflict', after: 'POST PATCH HEAD PATCH PATCH', waits: [] },
  { fault: 'damage', after: 'POST PATCH PATCH PATCH PATCH', waits: [] },
  { fault: 'busy', after: 'POST PATCH HEAD PATCH PATCH PATCH', waits: [7000] },
  { fault: 'gone', after: 'POST PATCH POST PATCH PATCH PATCH', waits: [] },
])) {
  test(`${fault}: the upload goes on and arrives whole`, async () => {
    const server = new TusServer();
    server.faults = [fault];
    const attempt = uploadTo(server);
    await attempt.upload.run();
    assert.equal(attempt.upload.state, 'finished');
    assert.equal(methods(server), after);
    assert.deepEqual(attempt.waits, waits);
    await assertArrived(server);
  });
}

test('the wait doubles while nothing gets through and starts anew once something did', async () => {
  const server = new TusServer();
  let down = 3;
  const flaky = server.transport;
  server.transport = async (request) => {
    if (request.method === 'HEAD' && down > 0) {
      down--;
      return answer(502);
    }
    return flaky(request);
  };
  server.faults = ['cut'];
  const { upload, waits } = uploadTo(server);
  await upload.run();
  assert.deepEqual(waits, [1000, 2000, 4000, 8000]);
  await assertArrived(server);
});

test('after a reload the same file goes on where the server stands', async () => {
  const server = new TusServer();
  const memory = new MemoryStore();
  server.faults = ['cut'];
  const first = uploadTo(server, { store: storeIn(memory), wait: async () => first.upload.pause() });
  await first.upload.run();
  assert.equal(first.upload.state, 'paused');
  assert.equal(memory.length, 1);
  server.requests = [];
  const second = uploadTo(server, { store: storeIn(memory) });
  await second.upload.run();
  assert.equal(methods(server), 'HEAD PATCH PATCH');
  assert.equal(server.requests[1].headers['Upload-Offset'], '4194304');
  assert.equal(memory.length, 0);
  await assertArrived(server);
});

test('an upload that was complete when its answer got lost is finished without sending again', async () => {
  const server = new TusServer();
  server.faults = ['lost answer', 'lost answer', 'lost answer'];
  const { upload } = uploadTo(server);
  await upload.run();
  assert.equal(methods(server), 'POST PATCH HEAD PATCH HEAD PATCH HEAD');
  assert.equal(upload.state, 'finished');
});

test('a remembered address of another site is not followed', async () => {
  const server = new TusServer();
  const memory = new MemoryStore();
  const store = storeIn(memory);
  store.remember(fingerprint(file, ENDPOINT), 'http://elsewhere.test/upload-1');
  const { upload } = uploadTo(server, { store });
  await upload.run();
  assert.equal(methods(server), 'POST PATCH PATCH PATCH');
  assert.equal(upload.state, 'finished');
});

test('a refusal ends the upload with the words of the problem details', async () => {
  const server = new TusServer();
  server.refusal = answer(413, {}, JSON.stringify({ title: 'Too large', detail: 'At most 2 GB, got 3 GB.', status: 413 }));
  const { upload, waits } = uploadTo(server);
  let ended = 0;
  upload.onEnd = () => ended++;
  await upload.run();
  assert.equal(upload.state, 'refused');
  assert.equal(upload.refusal?.status, 413);
  assert.equal(upload.refusal?.detail, 'At most 2 GB, got 3 GB.');
  assert.deepEqual(waits, []);
  assert.equal(ended, 1);
});

test('an endpoint that is not there is refused, not tried for ever', async () => {
  const server = new TusServer();
  server.refusal = answer(404);
  const { upload } = uploadTo(server);
  await upload.run();
  assert.equal(upload.refusal?.status, 404);
  assert.equal(methods(server), 'POST POST POST');
});

test('a file that can no longer be read is refused without an answer of the server', async () => {
  const server = new TusServer();
  const { upload } = uploadTo(server, { sha256: () => Promise.reject(new DOMException('moved', 'NotReadableError')) });
  await upload.run();
  assert.equal(upload.refusal?.status, 0);
});

test('five damaged chunks in a row are refused', async () => {
  const server = new TusServer();
  server.faults = ['damage', 'damage', 'damage', 'damage', 'damage'];
  const { upload } = uploadTo(server);
  await upload.run();
  assert.equal(upload.refusal?.status, 460);
});

test('removing an unfinished upload ends it on the server and in the memory', async () => {
  const server = new TusServer();
  const memory = new MemoryStore();
  server.faults = ['cut'];
  const { upload } = uploadTo(server, { store: storeIn(memory), wait: async () => upload.pause() });
  await upload.run();
  await upload.remove();
  assert.equal(server.requests.at(-1)?.method, 'DELETE');
  assert.equal(server.uploads.size, 0);
  assert.equal(memory.length, 0);
});

test('removing a finished upload leaves it on the server', async () => {
  const server = new TusServer();
  const { upload } = uploadTo(server);
  await upload.run();
  await upload.remove();
  assert.equal(server.uploads.size, 1);
});
