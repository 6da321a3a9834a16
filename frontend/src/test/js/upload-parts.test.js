// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backoff, retryAfter } from '../../main/resources/META-INF/resources/diorama/upload/backoff.js';
import { accepts, objection } from '../../main/resources/META-INF/resources/diorama/upload/intake.js';
import { uploadMetadata } from '../../main/resources/META-INF/resources/diorama/upload/metadata.js';
import { problemDetail } from '../../main/resources/META-INF/resources/diorama/upload/problem.js';
import { RateMeter } from '../../main/resources/META-INF/resources/diorama/upload/rate.js';
import { fingerprint, ResumeStore } from '../../main/resources/META-INF/resources/diorama/upload/resume-store.js';
import { MemoryStore } from './support.js';

const WEEK = 7 * 24 * 3600 * 1000;
const photo = { name: 'a.PNG', type: 'image/png', size: 10, lastModified: 5 };

test('waits double up to half a minute and are spread over their upper half', () => {
  assert.deepEqual([1, 2, 3, 6, 40].map((failures) => backoff(failures, 1)), [1000, 2000, 4000, 30_000, 30_000]);
  assert.equal(backoff(3, 0), 2000);
});

test('Retry-After is understood as seconds and as a date', () => {
  assert.equal(retryAfter('120', 0), 120_000);
  assert.equal(retryAfter('Thu, 01 Jan 1970 00:01:00 GMT', 10_000), 50_000);
  assert.equal(retryAfter('Thu, 01 Jan 1970 00:01:00 GMT', 90_000), 0);
  assert.equal(retryAfter('999999999', 0), 600_000);
  assert.equal(retryAfter('soon', 0), 0);
  assert.equal(retryAfter(null, 0), 0);
});

test('a fingerprint changes with name, size, time and endpoint, and cannot be forged by a name', () => {
  const all = [
    fingerprint(photo, '/a'),
    fingerprint({ ...photo, name: 'b.PNG' }, '/a'),
    fingerprint({ ...photo, size: 11 }, '/a'),
    fingerprint({ ...photo, lastModified: 6 }, '/a'),
    fingerprint(photo, '/b'),
    fingerprint({ ...photo, name: 'a.PNG",10,5,"/a' }, '/a'),
  ];
  assert.equal(new Set(all).size, all.length);
  assert.equal(fingerprint({ ...photo }, '/a'), all[0]);
});

test('an address is remembered for a week', () => {
  let now = 0;
  const memory = new MemoryStore();
  const store = new ResumeStore(() => memory, () => now);
  store.remember('key', 'http://studio.test/1');
  now = WEEK - 1;
  assert.equal(store.find('key'), 'http://studio.test/1');
  now = WEEK;
  assert.equal(store.find('key'), null);
});

test('sweeping drops what is old or broken and nothing of others', () => {
  const memory = new MemoryStore();
  memory.setItem('vaadin', 'theirs');
  memory.setItem('diorama.upload.broken', '{');
  new ResumeStore(() => memory, () => 0).remember('old', 'u');
  new ResumeStore(() => memory, () => WEEK).remember('new', 'u');
  new ResumeStore(() => memory, () => WEEK + 1).sweep();
  assert.deepEqual(Array.from({ length: memory.length }, (_, i) => memory.key(i)), ['vaadin', 'diorama.upload.new']);
});

test('a browser without storage only forgets', () => {
  const store = new ResumeStore(() => { throw new Error('SecurityError'); }, () => 0);
  store.remember('key', 'u');
  store.sweep();
  assert.equal(store.find('key'), null);
});

test('line breaks and commas in a file name stay inside its Base64', () => {
  const header = uploadMetadata({ filename: 'a\r\nX-Evil: 1,b c', empty: '' });
  assert.match(header, /^filename [A-Za-z0-9+/=]+,empty$/);
  assert.equal(Buffer.from(header.split(/[ ,]/)[1], 'base64').toString(), 'a\r\nX-Evil: 1,b c');
});

test('problem details give their detail, else their title, and never anything but short text', () => {
  assert.equal(problemDetail('{"title":"T","detail":"D"}'), 'D');
  assert.equal(problemDetail('{"title":"T","detail":" "}'), 'T');
  assert.equal(problemDetail('{"detail":{"a":1}}'), null);
  assert.equal(problemDetail('<html>'), null);
  assert.equal(problemDetail('null'), null);
  assert.equal(problemDetail(JSON.stringify({ detail: 'x'.repeat(9999) }))?.length, 500);
});

test('accept rules are those of a file input', () => {
  assert.ok(accepts(photo, ''));
  assert.ok(accepts(photo, '.jpg, .png'));
  assert.ok(accepts(photo, 'image/*'));
  assert.ok(accepts(photo, 'image/png'));
  assert.ok(!accepts(photo, 'video/*,.jpg'));
  assert.ok(!accepts({ name: 'png', type: '' }, '.png'));
});

test('empty, large and foreign files are objected to', () => {
  const limits = { accept: 'image/*', maxSize: 100 };
  assert.equal(objection(photo, limits), null);
  assert.equal(objection({ ...photo, size: 0 }, limits), 'empty');
  assert.equal(objection({ ...photo, size: 101 }, limits), 'large');
  assert.equal(objection({ ...photo, type: 'text/html' }, limits), 'type');
});

test('the rate is that of the last seconds', () => {
  const meter = new RateMeter();
  assert.equal(meter.bytesPerSecond(), 0);
  for (let second = 0; second <= 20; second++) {
    meter.sample(second * 1000, second <= 10 ? second * 100 : 1000 + (second - 10) * 500);
  }
  assert.equal(meter.bytesPerSecond(), 500);
});
