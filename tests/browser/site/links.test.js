/** The files themselves: every reference inside the site leads somewhere, none leaves it unasked. */

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { tags } from '../lib/html.js';
import { files, pages, source } from '../lib/site.js';

/** @typedef {import('../lib/html.js').Tag} Tag */

const known = new Set(files);
const parsed = new Map(pages.map((page) => [page, tags(source(page))]));
const ids = new Map([...parsed].map(([page, found]) => [page, found.flatMap(({ attributes }) => attributes.id ?? [])]));
const REFERENCES = ['href', 'src', 'srcset', 'poster', 'data', 'action', 'formaction', 'xlink:href'];

describe('references of', () => {
  for (const [page, found] of parsed) {
    test(page, () => {
      const faults = found.flatMap((tag) =>
        REFERENCES.flatMap((name) => {
          const value = tag.attributes[name];
          const fault = value === undefined ? undefined : faultOf(page, tag, value);
          return fault ? [`<${tag.name} ${name}="${value}">: ${fault}`] : [];
        }),
      );
      assert.deepEqual(faults, []);
    });
  }
});

describe('ids of', () => {
  for (const [page, all] of ids) {
    test(page, () => {
      assert.deepEqual(
        all.filter((id, i) => all.indexOf(id) !== i),
        [],
        'twice on the page',
      );
      const named = new Set(all);
      const faults = (parsed.get(page) ?? []).flatMap(({ name, attributes }) =>
        ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls'].flatMap((attribute) =>
          (attributes[attribute] ?? '')
            .split(/\s+/)
            .filter((id) => id !== '' && !named.has(id))
            .map((id) => `<${name} ${attribute}="${id}">`),
        ),
      );
      assert.deepEqual(faults, [], 'point at nothing');
    });
  }
});

test('no inline script, style or event handler, which the policy would refuse', () => {
  // The page of addresses that are not there has no files beside it: its policy names its own script and style.
  const others = [...parsed].filter(([page]) => page !== '404.html');
  const faults = others.flatMap(([page, found]) =>
    found
      .filter(
        ({ name, attributes }) =>
          // What is data is not run.
          (name === 'script' && attributes.src === undefined && attributes.type !== 'application/json') ||
          name === 'style' ||
          Object.keys(attributes).some((key) => key === 'style' || key.startsWith('on')),
      )
      .map((tag) => `${page}: ${JSON.stringify(tag)}`),
  );
  assert.deepEqual(faults.slice(0, 20), []);
});

/** Hosts whose addresses are names in XML, of SVG and of workbooks: no program opens them. */
const NAMESPACES = ['www.w3.org/', 'schemas.openxmlformats.org/'];

test('the style sheet and the scripts name no other host', () => {
  for (const file of files.filter((name) => /^assets\/.*\.(css|js)$/.test(name))) {
    const addresses = (source(file).match(/\b(?:https?:)?\/\/[a-z0-9.-]+\.[a-z]{2,}[^\s"')]*/gi) ?? []).filter(
      (address) => !NAMESPACES.some((host) => address.includes(host)),
    );
    assert.deepEqual(addresses, [], file);
    assert.doesNotMatch(source(file), /@import/, file);
  }
});

test('every page can be reached from the home page', () => {
  const reached = new Set(['index.html']);
  for (const page of reached) {
    for (const { name, attributes } of parsed.get(page) ?? []) {
      const target = name === 'a' && attributes.href !== undefined ? resolve(page, attributes.href) : undefined;
      if (target && parsed.has(target.file)) reached.add(target.file);
    }
  }
  // The not-found page is the server's to show; the search page is opened from it and by address.
  const apart = new Set(['404.html', 'search/index.html']);
  assert.deepEqual(
    pages.filter((page) => !reached.has(page) && !apart.has(page)),
    [],
  );
});

/**
 * What is wrong with a reference, if anything.
 * @param {string} page
 * @param {Tag} tag
 * @param {string} value
 */
function faultOf(page, tag, value) {
  if (/^data:image\//.test(value) && tag.name === 'img') return undefined;
  if (/^(https?:)?\/\//.test(value)) {
    if (tag.name !== 'a') return 'loads from another host';
    const rel = (tag.attributes.rel ?? '').split(/\s+/);
    return rel.includes('noopener') && rel.includes('noreferrer') ? undefined : 'leaves without rel';
  }
  if (/^mailto:/.test(value)) return undefined;
  if (/^[a-z]+:/i.test(value)) return 'scheme';
  if (value.startsWith('/')) return 'counts on the root of a host';
  const { file, anchor } = resolve(page, value);
  if (!known.has(file)) return `no file ${file}`;
  if (anchor !== '' && !ids.get(file)?.includes(anchor) && !isVariant(file, anchor))
    return `no id ${anchor} in ${file}`;
  return undefined;
}

/** `#v=easy` opens a form in other words, which its page lists. @param {string} file @param {string} anchor */
function isVariant(file, anchor) {
  const variants = parsed.get(file)?.find(({ name }) => name === 'html')?.attributes['data-variants'] ?? '';
  return anchor.startsWith('v=') && variants.split(' ').includes(anchor.slice(2));
}

/**
 * @param {string} page
 * @param {string} value
 */
function resolve(page, value) {
  const url = new URL(value, `http://site/${page}`);
  return { file: decodeURIComponent(url.pathname.slice(1)), anchor: decodeURIComponent(url.hash.slice(1)) };
}
