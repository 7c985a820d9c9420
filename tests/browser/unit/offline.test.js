/** Reading without a network: hashes, addresses, and which page reads which edition. */

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import { addressOf, meant, pathOf, rangeOf } from '../../../themes/default/scripts/offline/address.js';
import { DownloadError, hashOf, troubleOf } from '../../../themes/default/scripts/offline/download.js';
import {
  arrived,
  editionOf,
  needed,
  noNotes,
  notesOf,
  opened,
  writing,
} from '../../../themes/default/scripts/offline/readers.js';
import { listOf } from '../../../themes/default/scripts/offline/shelf.js';

const ROOT = 'https://host.example/course/';

test('a hash is half of SHA-256', async () => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, at) => at % 251);
  assert.equal(await hashOf(bytes), createHash('sha256').update(bytes).digest('hex').slice(0, 32));
});

describe('addresses', () => {
  test('a path is decoded and composed, without its query', () => {
    assert.equal(pathOf(ROOT, `${ROOT}files/%E5%9B%B3%201.png?v=easy#top`), 'files/図 1.png');
    assert.equal(pathOf(ROOT, `${ROOT}files/%E3%81%8B%E3%82%99.png`), 'files/が.png');
    assert.equal(pathOf(ROOT, ROOT), '');
  });

  test('what is not in the site has no path', () => {
    for (const address of [
      'https://host.example/',
      'https://host.example/course',
      'https://host.example/courses/a.html',
      'https://other.example/course/a.html',
      'http://host.example/course/a.html',
      `${ROOT}%ff`,
    ])
      assert.equal(pathOf(ROOT, address), undefined, address);
  });

  test('an address leads back to its path', () => {
    for (const path of ['index.html', 'files/図 1.png', 'files/a?b#c%20.png', 'cases/a/index.html'])
      assert.equal(pathOf(ROOT, addressOf(ROOT, path)), path);
  });

  test('a folder means its page, and gets its slash first', () => {
    const files = new Map(['index.html', 'cases/index.html', 'sw.js'].map((path) => [path, 0]));
    assert.deepEqual(meant(files, ''), { file: 'index.html' });
    assert.deepEqual(meant(files, 'cases/'), { file: 'cases/index.html' });
    assert.deepEqual(meant(files, 'cases'), { folder: 'cases/' });
    assert.deepEqual(meant(files, 'cases/index.html'), { file: 'cases/index.html' });
    assert.deepEqual(meant(files, 'nowhere/'), {});
    assert.deepEqual(meant(files, 'nowhere'), {});
  });

  test('a range is cut to what there is', () => {
    assert.deepEqual(rangeOf('bytes=0-9', 100), { from: 0, to: 10 });
    assert.deepEqual(rangeOf('bytes=90-', 100), { from: 90, to: 100 });
    assert.deepEqual(rangeOf('bytes=-5', 100), { from: 95, to: 100 });
    assert.deepEqual(rangeOf('bytes=-500', 100), { from: 0, to: 100 });
    assert.deepEqual(rangeOf('bytes=50-500', 100), { from: 50, to: 100 });
    for (const range of ['bytes=100-', 'bytes=-0', 'bytes=9-3']) assert.equal(rangeOf(range, 100), undefined, range);
    for (const range of ['bytes=-', 'bytes=0-1,5-6', 'lines=1-2', 'nonsense'])
      assert.equal(rangeOf(range, 100), 'whole', range);
  });
});

test('what a failed download means', () => {
  assert.equal(troubleOf(new DownloadError('mixed')), 'mixed');
  assert.equal(troubleOf(new DOMException('no room', 'QuotaExceededError')), 'full');
  assert.equal(troubleOf(new TypeError('no network')), 'paused');
});

describe('the list of files', () => {
  test('is known by path', () => {
    const hash = '0'.repeat(32);
    assert.deepEqual([...listOf(`[["a.html","${hash}",5]]`)], [['a.html', ['a.html', hash, 5]]]);
  });

  test('that is not one is refused', () => {
    for (const text of ['<html>', '{}', '[["a"]]', '[["a","short",1]]', `[[1,"${'0'.repeat(32)}",1]]`])
      assert.throws(() => listOf(text), SyntaxError, text);
  });
});

describe('editions', () => {
  /** Notes of a site that is stored. */
  function stored() {
    const notes = { ...noNotes(), asked: true };
    opened(notes, 'first');
    arrived(notes, 'one');
    return notes;
  }

  test('the page in which the learner asks reads what was stored then', () => {
    assert.equal(editionOf(stored(), 'first'), 'one');
  });

  test('a page reads the edition that it was opened with until it is left', () => {
    const notes = stored();
    arrived(notes, 'two');
    assert.equal(editionOf(notes, 'first'), 'one');
    assert.equal(opened(notes, 'second'), 'two');
    assert.equal(editionOf(notes, 'first'), 'one');
    assert.deepEqual(needed(notes), new Set(['two', 'one']));
    delete notes.readers.first;
    assert.deepEqual(needed(notes), new Set(['two']));
  });

  test('no new one is taken while a page is being written in', () => {
    const notes = stored();
    writing(notes, 'first', true);
    arrived(notes, 'two');
    assert.equal(opened(notes, 'second'), 'one');
    assert.deepEqual(needed(notes), new Set(['one', 'two']));
    writing(notes, 'first', false);
    assert.equal(opened(notes, 'third'), 'two');
    assert.equal(editionOf(notes, 'second'), 'one');
  });

  test('a newer one replaces one that waits, and the current one ends the wait', () => {
    const notes = stored();
    arrived(notes, 'two');
    arrived(notes, 'three');
    assert.deepEqual(needed(notes), new Set(['one', 'three']));
    arrived(notes, 'one');
    assert.equal(notes.next, null);
  });

  test('a site that is not for offline use any more is read from its server by the next page', () => {
    const notes = stored();
    notes.next = '';
    assert.equal(opened(notes, 'second'), '');
    assert.equal(notes.asked, false);
    assert.equal(editionOf(notes, 'first'), 'one');
  });

  test('notes are read back, and others are none', () => {
    const notes = stored();
    assert.deepEqual(notesOf(JSON.stringify(notes)), notes);
    for (const text of [undefined, '', 'x', 'null', '[]', '{"asked":true}']) assert.deepEqual(notesOf(text), noNotes());
  });
});
