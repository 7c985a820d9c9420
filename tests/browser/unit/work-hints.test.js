/** Goals in the words of others. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { secondHand } from '../../../themes/default/scripts/worksheet/hints.js';
import { rulesOf } from './locale.js';

const [ja, en] = [rulesOf('ja')['@goals'], rulesOf('en')['@goals']];

test('words that move the person are found', () => {
  for (const [goal, found] of [
    ['毎朝、登校させる', '登校させる'],
    ['週に一回は作業所へ通わせる', '通わせる'],
    ['生活リズムを身につけさせます', '身につけさせます'],
    ['本人に時間を守ってもらう', '本人に'],
    ['服薬を本人に促す', '本人に'],
    ['友だちと遊ばせたい', '遊ばせた'],
  ])
    assert.equal(secondHand(String(goal), ja), found, String(goal));
  assert.equal(secondHand('To get her to attend every morning', en), 'get her to attend');
  assert.equal(secondHand('Make the pupil sit still', en), 'Make the pupil sit');
});

test('words that only look alike are left alone', () => {
  for (const goal of [
    '起きた時刻を母に知らせる',
    '予定を合わせる',
    '相談員に任せる',
    '宿題を済ませてから遊ぶ',
    '幸せに暮らす',
    '絵を見せる',
    '本人にとって無理のない時刻に起きる',
    '本人による評価を書く',
    '窓口に問い合わせる',
    '毎朝、自分で起きる',
    '待ち合わせる',
    '',
  ])
    assert.equal(secondHand(goal, ja), undefined, goal);
  for (const goal of ['I get up by myself', 'Alex has a friend', 'To let go of the day'])
    assert.equal(secondHand(goal, en), undefined, goal);
});
