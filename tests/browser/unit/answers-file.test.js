/** The answer file: what goes out comes back byte for byte; what is not ours is refused with one reason. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { MAX_FIELDS, MAX_TEXT, reading } from '../../../themes/default/scripts/answers/file.js';
import { ordering } from '../../../themes/default/scripts/answers/outline.js';
import { MAX_REV } from '../../../themes/default/scripts/answers/record.js';
import { AT, COURSE, anyWorks, entry, finish, parse, random, serialise, work } from '../lib/answers.js';

/** @typedef {import('../lib/answers.js').Answered} Answered */

const schema = JSON.parse(await readFile(new URL('../../../src/answers/answers.schema.json', import.meta.url), 'utf8'));
const isValid = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(schema);

/** @param {Answered[]} works */
const written = (works) => serialise(COURSE, works, AT);

/** @param {Answered[]} works */
const inOrder = (works) => finish(ordering(undefined, works));

/** @param {string} text */
const read = (text) => parse(text, { course: COURSE });

/** @param {string} text */
function reason(text) {
  const result = read(text);
  return result.ok ? 'ok' : result.reason;
}

/**
 * A file with one thing changed.
 * @param {(file: any) => unknown} change
 */
function changed(change) {
  const file = JSON.parse(written([work('exercise/a', 1, { q1: entry('x') })]));
  return JSON.stringify(change(file) ?? file);
}

describe('there and back', () => {
  for (let seed = 1; seed <= 60; seed++) {
    test(`seed ${seed}: byte for byte, and as the schema says`, () => {
      const text = written(inOrder(anyWorks(random(seed))));
      const result = read(text);
      assert.ok(result.ok);
      assert.equal(serialise(COURSE, result.answers, result.exported), text);
      assert.ok(isValid(JSON.parse(text)), JSON.stringify(isValid.errors));
    });
  }
  test('in any order of the store the same bytes', () => {
    const works = anyWorks(random(7));
    const shuffled = [...works]
      .reverse()
      .map((one) => work(one.key, one.sheet, Object.fromEntries(Object.entries(one.fields).reverse())));
    assert.equal(written(inOrder(shuffled)), written(inOrder(works)));
  });
  test('a byte order mark and properties that are not known do no harm', () => {
    assert.equal(reason(`\ufeff${written([])}`), 'ok');
    assert.equal(
      reason(
        changed((file) => {
          file.more = 1;
          file.course.more = 1;
          file.answers[0].more = 1;
          file.answers[0].fields.q1.more = 1;
        }),
      ),
      'ok',
    );
  });
});

test('what was counted beyond the bound of a file is written within it, and is read again', () => {
  const result = read(written([work('exercise/a', 1, { q1: entry('x', MAX_REV + 7) })]));
  assert.ok(result.ok);
  assert.deepEqual(result.answers[0].fields.q1, entry('x', MAX_REV));
});

describe('read in pieces', () => {
  /** How many steps a file takes. @param {string} text */
  const steps = (text) => {
    const all = reading(text, { course: COURSE });
    for (let n = 1; ; n += 1) if (all.next().done) return n;
  };
  /** @param {string} answers */
  const file = (answers) =>
    `{"format":"mitate-answers","version":1,"course":{"id":"basic"},"exported":"${AT}","answers":${answers}}`;
  test('every field is a step of its own, and every two hundred tokens before that', () => {
    const fields = Array.from({ length: 1000 }, (_, n) => `"f${n}":{"value":"","rev":1,"at":"${AT}"}`).join(',');
    assert.ok(steps(file(`[{"key":"exercise/a","sheet":1,"fields":{${fields}}}]`)) >= 1000 + 4000 / 200);
  });
  test('of long texts a few hundred thousand characters are a step', () => {
    const fields = Array.from(
      { length: 40 },
      (_, n) => `"f${n}":{"value":"${'あ'.repeat(1_000_000)}","rev":1,"at":"${AT}"}`,
    ).join(',');
    assert.ok(steps(file(`[{"key":"exercise/a","sheet":1,"fields":{${fields}}}]`).slice(0, -9)) >= 40);
  });
  test('so are blanks without end', () => assert.ok(steps(file(`[${' '.repeat(1_000_000)}]`)) >= 50));
  test('a list or an object with more names than a file may have is given up there', () => {
    assert.ok(steps(file(`[${'0,'.repeat(5_000_000)}0]`)) <= MAX_FIELDS / 200 + 2);
  });
});

describe('the schema agrees with the reader about', () => {
  for (const [what, change] of /** @type {[string, (file: any) => unknown][]} */ ([
    [
      'a wrong key',
      (file) => {
        file.answers[0].key = 'page/a';
      },
    ],
    [
      'sheet 0',
      (file) => {
        file.answers[0].sheet = 0;
      },
    ],
    [
      'a field in capitals',
      (file) => {
        file.answers[0].fields.Q = entry('x');
      },
    ],
    [
      'rev as text',
      (file) => {
        file.answers[0].fields.q1.rev = '1';
      },
    ],
    [
      'a value that is a number',
      (file) => {
        file.answers[0].fields.q1.value = 1;
      },
    ],
    [
      'the same ticked twice',
      (file) => {
        file.answers[0].fields.q1.value = ['a', 'a'];
      },
    ],
    [
      'a day without a zone',
      (file) => {
        file.answers[0].fields.q1.at = '2026-11-20T01:02:03';
      },
    ],
    [
      'no answers',
      (file) => {
        delete file.answers;
      },
    ],
    [
      'no fields',
      (file) => {
        delete file.answers[0].fields;
      },
    ],
    [
      'no time of export',
      (file) => {
        delete file.exported;
      },
    ],
  ])) {
    test(what, () => {
      const text = changed(change);
      assert.equal(reason(text), 'malformed');
      assert.equal(isValid(JSON.parse(text)), false);
    });
  }
});

describe('refused', () => {
  const whole = written([work('exercise/a', 1, { q1: entry('一行目\n"引用"\\') })]);
  for (const [what, text, expected] of /** @type {[string, string, string][]} */ ([
    ['nothing', '', 'not-json'],
    ['a picture', '\x89PNG\r\n\x1a\n', 'not-json'],
    ['a web page', '<!doctype html><title>x</title>', 'not-json'],
    ['null', 'null', 'not-ours'],
    ['a list', '[]', 'not-ours'],
    ['a number', '1e999', 'not-ours'],
    ['another format', '{"format":"other"}', 'not-ours'],
    ['the format only', '{"format":"mitate-answers"}', 'malformed'],
    [
      'a version of text',
      changed((file) => {
        file.version = '1';
      }),
      'malformed',
    ],
    [
      'version 0',
      changed((file) => {
        file.version = 0;
      }),
      'malformed',
    ],
    [
      'a newer version',
      changed((file) => {
        file.version = 2;
        file.answers = { quite: 'different' };
      }),
      'newer',
    ],
    [
      'a version beyond reason',
      changed((file) => {
        file.version = 1e300;
      }),
      'newer',
    ],
    [
      'another course',
      changed((file) => {
        file.course.id = 'other';
      }),
      'other-course',
    ],
    [
      'no course',
      changed((file) => {
        delete file.course;
      }),
      'malformed',
    ],
    [
      'a course of text',
      changed((file) => {
        file.course = 'basic';
      }),
      'malformed',
    ],
    [
      'answers as an object',
      changed((file) => {
        file.answers = {};
      }),
      'malformed',
    ],
    [
      'an answer that is null',
      changed((file) => {
        file.answers = [null];
      }),
      'malformed',
    ],
    [
      'a sheet twice',
      changed((file) => {
        file.answers.push(file.answers[0]);
      }),
      'malformed',
    ],
    [
      'a huge sheet',
      changed((file) => {
        file.answers[0].sheet = 1e15;
      }),
      'malformed',
    ],
    [
      'a huge revision',
      changed((file) => {
        file.answers[0].fields.q1.rev = 1e300;
      }),
      'malformed',
    ],
    [
      'fields as a list',
      changed((file) => {
        file.answers[0].fields = [entry('x')];
      }),
      'malformed',
    ],
    [
      'fields as text',
      changed((file) => {
        file.answers[0].fields = 'q1';
      }),
      'malformed',
    ],
    ['a field of a prototype', whole.replace('"q1"', '"__proto__"'), 'malformed'],
    [
      'a value too long',
      changed((file) => {
        file.answers[0].fields.q1.value = 'a'.repeat(1024 * 1024 + 1);
      }),
      'malformed',
    ],
    ['a broken middle', whole.replace('"rev": 1', '"rev": 1 1'), 'malformed'],
    ['far too deep', '['.repeat(200_000), 'not-json'],
    ['ours, far too deep', `{"format":"mitate-answers","x":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 'too-big'],
  ]))
    test(what, () => assert.equal(reason(text), expected));

  test('too big, without being read', () => assert.equal(reason(' '.repeat(MAX_TEXT + 1)), 'too-big'));
  test('a million fields', () => {
    const fields = Array.from({ length: 1_000_000 }, (_, i) => `"f${i}":1`).join(',');
    const text = `{"format":"mitate-answers","version":1,"course":{"id":"basic"},"exported":"${AT}","answers":[{"key":"exercise/a","sheet":1,"fields":{${fields}}}]}`;
    assert.equal(reason(text), 'too-big');
  });
  test('more fields than the bound, over many sheets', () => {
    const one = `{${Array.from({ length: 1000 }, (_, i) => `"f${i}":{"value":"","rev":1,"at":"${AT}"}`).join(',')}}`;
    const answers = Array.from(
      { length: MAX_FIELDS / 1000 + 1 },
      (_, i) => `{"key":"exercise/a${i}","sheet":1,"fields":${one}}`,
    );
    const text = `{"format":"mitate-answers","version":1,"course":{"id":"basic"},"exported":"${AT}","answers":[${answers.join(',')}]}`;
    assert.equal(reason(text), 'too-big');
  });
  test('cut off anywhere behind its head, it is said to be cut off', () => {
    const head = whole.indexOf('"mitate-answers"') + 16;
    for (let end = head; end < whole.trimEnd().length; end++)
      assert.equal(reason(whole.slice(0, end)), 'truncated', `${end}`);
  });
  test('another course is reported by name', () => {
    const result = read(
      changed((file) => {
        file.course = { id: 'other', title: '面接の<b>基礎</b>' };
      }),
    );
    assert.deepEqual(result, {
      ok: false,
      reason: 'other-course',
      detail: { theirs: '面接の<b>基礎</b>', ours: COURSE.title },
    });
  });
});

test('names of prototypes reach nothing', () => {
  const text = `{"format":"mitate-answers","version":1,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},
    "course":{"id":"basic","__proto__":{"id":"x"}},"exported":"${AT}",
    "answers":[{"__proto__":{"polluted":1},"key":"exercise/a","sheet":1,"fields":{"constructor":{"value":"x","rev":1,"at":"${AT}","__proto__":{"polluted":1}},"tostring":{"value":"y","rev":1,"at":"${AT}"}}}]}`;
  const result = read(text);
  assert.ok(result.ok);
  assert.equal(Reflect.get({}, 'polluted'), undefined);
  assert.equal(Object.getPrototypeOf(result.answers[0].fields), null);
  assert.deepEqual(Object.keys(result.answers[0].fields), ['constructor', 'tostring']);
  assert.equal(Object.values(result.answers[0].fields)[0].value, 'x');
});

test('what is taken from a prototype is not there', () => {
  const text = `{"format":"mitate-answers","version":1,"course":{"id":"basic"},"exported":"${AT}","answers":[{"__proto__":{"key":"exercise/a","sheet":1,"fields":{}}}]}`;
  assert.equal(reason(text), 'malformed');
});

test('scripts and markup come back as the text they are', () => {
  const texts = [
    '<script>alert(1)</script>',
    '</template><img src=x onerror=alert(1)>',
    'javascript:alert(1)',
    '${7*7}',
    '{{7*7}}',
    '\u0000\u0007',
    '\u202eabc',
  ];
  const result = read(
    written([work('exercise/a', 1, Object.fromEntries(texts.map((text, i) => [`q${i}`, entry(text)])))]),
  );
  assert.ok(result.ok);
  assert.deepEqual(
    Object.values(result.answers[0].fields).map(({ value }) => value),
    texts,
  );
});
