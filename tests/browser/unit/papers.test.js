import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { code } from '../../../themes/default/scripts/papers/address.js';
import { filled, text } from '../../../themes/default/scripts/papers/fill.js';
import { crc32, zipped } from '../../../themes/default/scripts/papers/zip.js';

/** @param {string} name */
const shared = (name) => JSON.parse(readFileSync(new URL(`../../shared/${name}.json`, import.meta.url), 'utf8'));

test('codes are those of the shared table', () => {
  for (const [key, name, expected] of shared('paper-codes')) assert.equal(code(key, name), expected, `${key} ${name}`);
});

for (const { says, template, answers, labels, filled: expected } of shared('paper-fill')) {
  test(`a paper is filled in as in the shared table: ${says}`, () => {
    assert.equal(filled(template, new Map(Object.entries(answers)), labels), expected);
  });
}

test('half of a pair of units is left out', () => {
  assert.equal(text('a\ud83d b\udc67 👧'), '<w:t xml:space="preserve">a b 👧</w:t>');
});

test('an archive is read by another program as it was written', async () => {
  assert.equal(crc32(new TextEncoder().encode('123456789')), 0xcbf43926);
  /** @type {[string, string][]} */
  const files = [
    ['a.txt', 'あ'.repeat(3000)],
    ['word/用紙.xml', ''],
    ['b', 'b'],
  ];
  const folder = mkdtempSync(join(tmpdir(), 'papers-'));
  try {
    const path = join(folder, 'a.zip');
    writeFileSync(path, Buffer.concat(await zipped(files)));
    const script =
      'import json,sys,zipfile\nz=zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\nprint(json.dumps([[n,z.read(n).decode()] for n in z.namelist()]))';
    assert.deepEqual(JSON.parse(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' })), files);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
