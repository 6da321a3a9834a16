// @ts-check
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { localPath } from '../../main/resources/META-INF/resources/diorama/door/local-path.js';

const BASE = 'https://studio.example/sign-in';

test('paths of this site stay as they are', () => {
  assert.equal(localPath('/', BASE), '/');
  assert.equal(localPath('/projects/1/jobs?state=RUNNING#top', BASE), '/projects/1/jobs?state=RUNNING#top');
  assert.equal(localPath('/invitation?key=a%2Fb', BASE), '/invitation?key=a%2Fb');
});

test('everything that a browser reads as another site leads home', () => {
  for (const wanted of [
    null, '', 'projects', '//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', '/a\\b',
    '/\t/evil.example', '/\n/evil.example', 'https://evil.example/', 'javascript:alert(1)', ' /x', 'data:text/html,x',
  ]) {
    assert.equal(localPath(wanted, BASE), '/', JSON.stringify(wanted));
  }
});
