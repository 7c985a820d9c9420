/**
 * How long the client scripts take, in ms of processor time, median of five: node benches/scripts.mjs. Pages are not involved; what a
 * page takes is measured by page.mjs. A family of 60 persons with 60 relations is drawn in less than 100 ms, one of 200 in less than 300.
 */

import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { findPersonal } from '../themes/default/scripts/answers/personal.js';

const project = new URL('../', import.meta.url);
const read = (file) => readFileSync(new URL(file, project), 'utf8');

const context = {};
runInNewContext(read('src/diagram/drawing.js'), context);
const words = '{}';

function median(act) {
  act();
  const times = Array.from({ length: 5 }, () => {
    const begun = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(begun);
    return (user + system) / 1000;
  });
  return times.sort((a, b) => a - b)[2].toFixed(1);
}

for (const name of [
  'genogram/four-generations-40',
  'genogram/four-generations',
  'genogram/sixty',
  'genogram/two-hundred',
  'ecomap/fourteen',
  'timeline/long',
  'week/long',
]) {
  const data = JSON.stringify(JSON.parse(read(`tests/shared/diagrams/${name}.json`)).data);
  console.log(`${name} drawn: ${median(() => context.mitateDiagram.print(name.split('/')[0], data, words))}`);
}
const rules = JSON.parse(read('tests/shared/locales/ja.json'))['@personal'];
for (const piece of [
  'a',
  '1',
  '0-',
  '市',
  '区あ',
  '東京都千代田区丸の内',
  '@a.',
  'a@',
  '〒 ',
  '平成1年',
  '123-',
  '母は朝の八時に家を出ます。',
]) {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
  console.log(`a megabyte of ${piece} looked through for personal data: ${median(() => findPersonal(text, rules))}`);
}
