/** yaml-test-suite: what is no YAML is refused, and what is refused is no YAML, or in the list of differences. */

import { deepEqual, ok } from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { errorsOf, load, recorded, withCourse } from '../lib/suites.js';

/** @typedef {{ id: string, cases: { yaml?: string, fail?: boolean }[] }} File */
/** @type {File[]} */
const suite = await load('yaml-test-suite');

test('a document that is refused is no YAML, and one that is no YAML is refused', () => {
  const cases = suite.flatMap(({ id, cases: all }) =>
    all.map(({ yaml, fail }, index) => ({ id: `${id}-${index}`.toLowerCase(), yaml, isInvalid: fail === true })),
  );
  ok(cases.length > 400);
  const errors = withCourse((folder) => {
    mkdirSync(path.join(folder, 'worksheets'));
    for (const { id, yaml } of cases) writeFileSync(path.join(folder, `worksheets/x-${id}.yaml`), yaml ?? '');
    return errorsOf(folder);
  });
  /** @type {Record<string, string[]>} */
  const different = {};
  for (const { id, isInvalid } of cases) {
    const codes = errors.get(`worksheets/x-${id}.yaml`) ?? [];
    const isRefused = codes.includes('yaml-syntax') || codes.includes('duplicate-key');
    if (isRefused !== isInvalid) (different[isRefused ? 'refused' : 'taken'] ??= []).push(id);
  }
  deepEqual(different, recorded('yaml', different));
});
