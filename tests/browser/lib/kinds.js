/**
 * How a learner goes through each exercise of course/, and what must be seen then.
 *
 * @typedef {import('./hands.js').Hand} Hand
 * @typedef {import('./hands.js').Page} Page
 * @typedef {(hand: Hand, form: string, page: Page) => Promise<void>} Act
 *
 * @typedef {object} Kind
 * @property {string} name
 * @property {Act} first  an attempt
 * @property {Record<string, string | string[]>} holds  what the form holds after it
 * @property {Record<string, [words: string, same: '' | 'yes' | 'no']>} [yours]  what is said of it afterwards
 * @property {(string | null)[]} [chosen]  options that are marked as chosen by the learner
 * @property {Act} [looked]  what can still be done after comparing
 * @property {Record<string, string>} [rated]  what the form holds after that
 * @property {string[]} [said]  words that are in the earlier attempt without a control
 * @property {Act} second  another attempt
 * @property {boolean} [hides]  the button for comparing comes only in the end
 */

import { until } from './hands.js';

/** @param {string} id */
export const formOf = (id) => `form[data-answer="exercise/${id}"]`;

/** A control by its name, and its value where it is one of several. @param {string} form @param {string} name @param {string} [value] */
export const at = (form, name, value) => `${form} [name="${name}"]${value === undefined ? '' : `[value="${value}"]`}`;

/** @param {Page} page @param {string} form @param {string} id */
const orderOf = (page, form, id) =>
  page.evaluate(
    (/** @type {[string, string]} */ [where, card]) => {
      const cards = [...document.querySelectorAll(`${where} [data-attempt] [data-card]`)];
      const active = document.activeElement;
      return {
        place: cards.findIndex((one) => one.getAttribute('data-card') === card) + 1,
        stored:
          document.querySelector(`${where} [name="place.${card}"]`) instanceof HTMLSelectElement &&
          /** @type {HTMLSelectElement} */ (document.querySelector(`${where} [name="place.${card}"]`)).value,
        focus: `${active?.closest('[data-card]')?.getAttribute('data-card')} ${active?.getAttribute('data-move')}`,
        said: document.querySelector(`${where} .order-status`)?.textContent ?? '',
      };
    },
    [form, id],
  );

/** Moves a card up to a place; each move is announced, and the focus stays on the button. @param {Hand} hand @param {string} form @param {Page} page @param {string} id @param {number} to */
async function moveUp(hand, form, page, id, to) {
  for (;;) {
    const before = await orderOf(page, form, id);
    if (before.place === to) return;
    const way = before.place > to ? 'up' : 'down';
    await hand.press(`${form} [data-attempt] [data-card="${id}"] [data-move="${way}"]`);
    const now = await orderOf(page, form, id);
    const wanted = before.place + (way === 'up' ? -1 : 1);
    if (now.place !== wanted || now.stored !== String(wanted))
      throw new Error(`${id} was moved to ${now.place} (${now.stored}), not ${wanted}`);
    if (now.focus !== `${id} ${way}`) throw new Error(`the focus went to ${now.focus}`);
    if (!now.said.includes(String(wanted))) throw new Error(`said was ${now.said}`);
  }
}

/** @type {Record<string, Kind>} */
export const KINDS = {
  pick: {
    name: 'choice',
    first: async (hand, form) => {
      await hand.tick(at(form, 'first', 'rain'));
      await hand.tick(at(form, 'bring', 'towel'));
      await hand.tick(at(form, 'bring', 'form'));
      await hand.tick(at(form, 'term', 'acceptance'));
      await hand.tick(at(form, 'two', 'a'));
      await hand.write(at(form, 'reason'), '雨だから');
    },
    holds: { first: 'rain', bring: ['towel', 'form'], term: 'acceptance', two: ['a'], reason: '雨だから' },
    yours: { term: ['acceptance', 'yes'], two: ['甲', 'no'] },
    chosen: ['first=rain', 'bring=towel', 'bring=form', 'term=acceptance', 'two=a'],
    second: (hand, form) => hand.tick(at(form, 'first', 'wait')),
  },
  pairs: {
    name: 'match',
    first: async (hand, form) => {
      await hand.choose(at(form, 'one'), 'silence');
      await hand.choose(at(form, 'two'), 'empathy');
    },
    holds: { one: 'silence', two: 'empathy' },
    yours: { one: ['沈黙', 'no'], two: ['共感', 'yes'], three: ['', ''] },
    second: (hand, form) => hand.choose(at(form, 'one'), 'acceptance'),
  },
  steps: {
    name: 'order',
    first: async (hand, form, page) => {
      for (const [i, id] of ['assess', 'intake', 'plan', 'review', 'act'].entries())
        await moveUp(hand, form, page, id, i + 1);
      // Where the cards lay so already, nothing has been said yet.
      await moveUp(hand, form, page, 'act', 4);
      await moveUp(hand, form, page, 'act', 5);
    },
    holds: { 'place.assess': '1', 'place.intake': '2', 'place.plan': '3', 'place.review': '4', 'place.act': '5' },
    yours: {
      'place.intake': ['2', 'no'],
      'place.assess': ['1', 'no'],
      'place.plan': ['3', 'yes'],
      'place.act': ['5', 'yes'],
      'place.review': ['4', 'yes'],
    },
    second: (hand, form) => hand.press(`${form} .order-ways button`),
  },
  groups: {
    name: 'sort into groups',
    first: async (hand, form) => {
      await hand.tick(at(form, 'card.pills', 'life'));
      await hand.tick(at(form, 'card.rent', 'hope'));
      await hand.tick(at(form, 'card.alone', 'living'));
    },
    holds: { 'card.pills': 'life', 'card.rent': 'hope', 'card.alone': 'living' },
    yours: {
      'card.pills': ['命', 'yes'],
      'card.rent': ['望み', 'no'],
      'card.piano': ['', ''],
      'card.alone': ['暮らし', ''],
    },
    second: (hand, form) => hand.tick(at(form, 'card.piano', 'hope')),
  },
  grid: {
    name: 'sort into a grid',
    first: async (hand, form) => {
      await hand.tick(at(form, 'card.shoes', 'home/morning'));
      await hand.tick(at(form, 'card.shogi', 'school/morning'));
    },
    holds: { 'card.shoes': 'home/morning', 'card.shogi': 'school/morning' },
    yours: { 'card.shoes': ['家・朝', 'yes'], 'card.shogi': ['学校・朝', 'no'] },
    second: (hand, form) => hand.tick(at(form, 'card.shogi', 'school/evening')),
  },
  several: {
    name: 'sort into several',
    first: async (hand, form) => {
      await hand.tick(at(form, 'card.talk', 'person'));
      await hand.tick(at(form, 'card.talk', 'around'));
      await hand.tick(at(form, 'card.bench', 'person'));
    },
    holds: { 'card.talk': ['person', 'around'], 'card.bench': ['person'] },
    yours: { 'card.talk': ['本人・周り', 'yes'], 'card.bench': ['本人', 'no'] },
    second: (hand, form) => hand.tick(at(form, 'card.bench', 'around')),
  },
  big: {
    name: 'sort into a big grid',
    first: async (hand, form) => {
      await hand.choose(at(form, 'card.move'), 'home/past');
      await hand.choose(at(form, 'card.club'), 'town/next');
    },
    holds: { 'card.move': 'home/past', 'card.club': 'town/next' },
    yours: { 'card.move': ['家・これまで', 'yes'], 'card.club': ['町・これから', 'no'], 'card.plan': ['', ''] },
    second: (hand, form) => hand.choose(at(form, 'card.plan'), 'town/next'),
  },
  gaps: {
    name: 'cloze',
    first: async (hand, form) => {
      await hand.write(at(form, 'family'), '家庭');
      await hand.write(at(form, 'community'), '町');
    },
    holds: { family: '家庭', community: '町' },
    yours: { family: ['家庭', 'yes'], community: ['町', 'no'] },
    second: (hand, form) => hand.write(at(form, 'community'), '地域社会'),
  },
  bank: {
    name: 'cloze with a bank',
    first: async (hand, form) => {
      await hand.choose(at(form, 'goal'), '評価');
      await hand.choose(at(form, 'plan'), '計画');
    },
    holds: { goal: '評価', plan: '計画' },
    yours: { goal: ['評価', 'no'], plan: ['計画', 'yes'] },
    second: (hand, form) => hand.choose(at(form, 'goal'), '目標'),
  },
  marks: {
    name: 'tag',
    first: async (hand, form) => {
      await hand.tick(at(form, 'late', 'fact'));
      await hand.tick(at(form, 'lazy', '-'));
    },
    holds: { late: 'fact', lazy: '-' },
    yours: { late: ['事実', 'yes'], lazy: ['印なし', 'no'] },
    second: (hand, form) => hand.tick(at(form, 'lazy', 'inference')),
  },
  reply: {
    name: 'write',
    first: async (hand, form) => {
      await hand.write(at(form, 'reply'), '木曜に <b>待つ</b>');
      await hand.write(at(form, 'day'), '2026-11-26');
    },
    holds: { reply: '木曜に <b>待つ</b>', day: '2026-11-26' },
    looked: async (hand, form) => {
      await hand.tick(at(form, 'rate.own-words', '1'));
      await hand.write(at(form, 'evidence.own-words'), '木曜に');
    },
    rated: { 'rate.own-words': '1', 'evidence.own-words': '木曜に' },
    second: (hand, form) => hand.write(at(form, 'reply'), '二つ目'),
  },
  cards: {
    name: 'board',
    first: async (hand, form, page) => {
      await hand.choose(at(form, 'in.c1'), '1');
      await hand.press(`${form} [data-add-card]`);
      await page.keyboard.type('水音');
      await hand.choose(at(form, 'in.own.2'), '1');
      await hand.write(at(form, 'title.1'), '朝');
      await until(
        page,
        (/** @type {string} */ where) =>
          document.querySelector(`${where} [data-piles]`)?.textContent?.startsWith('朝朝の玄関水音'),
        form,
      );
    },
    holds: { 'in.c1': '1', 'own.2': '水音', 'in.own.2': '1', 'title.1': '朝' },
    second: (hand, form) => hand.choose(at(form, 'in.c2'), '2'),
  },
  self: {
    name: 'rubric',
    first: async (hand, form) => {
      await hand.tick(at(form, 'rate.waited', '2'));
      await hand.write(at(form, 'evidence.waited'), '三分');
    },
    holds: { 'rate.waited': '2', 'evidence.waited': '三分' },
    yours: { 'rate.waited': ['できた', ''], 'evidence.waited': ['三分', ''], 'rate.asked': ['', ''] },
    second: (hand, form) => hand.tick(at(form, 'rate.asked', '0')),
  },
  points: {
    name: 'checklist',
    first: async (hand, form) => {
      await hand.tick(at(form, 'time', 'not-yet'));
      await hand.tick(at(form, 'wish', 'heard'));
    },
    holds: { time: 'not-yet', wish: 'heard' },
    yours: { time: ['まだ', 'no'], wish: ['聴けている', ''] },
    second: (hand, form) => hand.tick(at(form, 'time', 'heard')),
  },
  sheet: {
    name: 'worksheet',
    first: (hand, form) => hand.write(at(form, 'hard'), '望み'),
    holds: { hard: '望み' },
    second: (hand, form) => hand.write(at(form, 'hard'), '日付'),
  },
  talk: {
    name: 'dialogue',
    first: async (hand, form, page) => {
      const turn = (/** @type {number} */ n) =>
        until(
          page,
          (/** @type {[string, number]} */ [where, wanted]) =>
            document.querySelectorAll(`${where} [data-attempt] .exchange`).length === wanted &&
            document.activeElement?.matches('.turn-now'),
          [form, n],
        );
      const reply = (/** @type {string} */ id) => `${form} .turn-now [data-say="${id}"]`;
      await hand.press(`${form} .own-words button`); // nothing is written there yet
      await until(
        page,
        (/** @type {string} */ where) => document.querySelector(`${where} .own-status`)?.textContent,
        form,
      );
      await hand.write(at(form, 'own.1'), 'また来ます');
      await hand.press(`${form} .own-words button`);
      await turn(1);
      await hand.press(reply('wait')); // back to the door
      await turn(2);
      await hand.press(reply('inside'));
      await turn(3);
      await hand.press(`${form} .exchange:nth-child(3) .rewind`);
      await hand.press('.work-dialog .primary');
      await turn(2);
      await hand.press(reply('thank'));
      await turn(3);
      await hand.press(reply('plant'));
      await turn(4);
    },
    holds: {},
    said: ['また来ます', '（待つ）', '「お返事をありがとう」', '「鉢に水を？」', 'そう言ったわけ：急がない'],
    looked: async (hand, form) => {
      await hand.write(at(form, 'why.1'), '急がない');
    },
    second: (hand, form) => hand.press(`${form} .turn-now [data-say="inside"]`),
  },
  family: {
    name: 'draw, a family',
    first: async (hand, form, page) => {
      await hand.write(at(form, 'person.1.label'), '母');
      await hand.choose(at(form, 'person.1.gender'), 'female');
      await hand.write(at(form, 'person.1.age'), '３８');
      await hand.choose(at(form, 'couple.1.a'), 'person.1');
      await hand.tick(at(form, 'couple.1.child', 'a'));
      await hand.tick(at(form, 'home.1.who', 'a'));
      await hand.tick(at(form, 'home.1.who', 'person.1'));
      await until(
        page,
        (/** @type {string} */ where) =>
          document.querySelector(`${where} [data-drawing] svg desc`)?.textContent?.startsWith('2人、2世代'),
        form,
      );
    },
    holds: {
      'person.1.label': '母',
      'person.1.gender': 'female',
      'person.1.age': '３８',
      'couple.1.a': 'person.1',
      'couple.1.child': ['a'],
      'home.1.who': ['a', 'person.1'],
    },
    second: (hand, form) => hand.write(at(form, 'person.1.label'), '父'),
  },
  around: {
    name: 'draw, what is around',
    first: async (hand, form, page) => {
      await hand.write(at(form, 'center.label'), 'A');
      await hand.write(at(form, 'system.1.label'), '図書室');
      await hand.choose(at(form, 'system.1.kind'), 'informal');
      await hand.choose(at(form, 'tie.1.to'), 'system.1');
      await hand.choose(at(form, 'tie.1.kind'), 'strong');
      await until(
        page,
        (/** @type {string} */ where) =>
          document
            .querySelector(`${where} [data-draw-words]`)
            ?.textContent?.includes('図書室（インフォーマル）：強いつながり'),
        form,
      );
    },
    holds: {
      'center.label': 'A',
      'system.1.label': '図書室',
      'system.1.kind': 'informal',
      'tie.1.to': 'system.1',
      'tie.1.kind': 'strong',
    },
    second: (hand, form) => hand.write(at(form, 'center.label'), 'B'),
  },
  years: {
    name: 'draw, a timeline',
    first: async (hand, form, page) => {
      await hand.write(at(form, 'entry.1.from'), '小4の2学期');
      await hand.write(at(form, 'entry.1.label'), '転校');
      await hand.choose(at(form, 'entry.1.lane'), 'school');
      await until(
        page,
        (/** @type {string} */ where) =>
          document.querySelector(`${where} [data-drawing] svg`)?.textContent?.includes('転校'),
        form,
      );
    },
    holds: { 'entry.1.from': '小4の2学期', 'entry.1.label': '転校', 'entry.1.lane': 'school' },
    second: (hand, form) => hand.write(at(form, 'entry.1.from'), '小1'),
  },
  days: {
    name: 'draw, a week',
    first: async (hand, form, page) => {
      await hand.choose(at(form, 'block.1.row'), 'morning');
      await hand.choose(at(form, 'block.1.from'), 'mon');
      await hand.choose(at(form, 'block.1.to'), 'wed');
      await hand.write(at(form, 'block.1.text'), '保健室');
      await until(
        page,
        (/** @type {string} */ where) =>
          document.querySelector(`${where} [data-draw-words]`)?.textContent?.includes('午前、月〜水：保健室'),
        form,
      );
    },
    holds: { 'block.1.row': 'morning', 'block.1.from': 'mon', 'block.1.to': 'wed', 'block.1.text': '保健室' },
    second: (hand, form) => hand.choose(at(form, 'block.1.row'), 'night'),
  },
  stages: {
    name: 'staged',
    hides: true,
    first: async (hand, form, page) => {
      const shown = (/** @type {string} */ id) =>
        until(
          page,
          (/** @type {[string, string]} */ [where, stage]) =>
            document.querySelector(`${where} [data-stage="${stage}"]`)?.checkVisibility(),
          [form, id],
        );
      await hand.press(`${form} [data-commit="empty"]`); // nothing is written there yet
      await until(
        page,
        (/** @type {string} */ where) =>
          document.querySelector(`${where} [data-stage="empty"] .staged-note`)?.textContent,
        form,
      );
      await hand.write(at(form, 'read.empty'), '疲れか');
      await hand.choose(at(form, 'sure.empty'), '30');
      await hand.press(`${form} [data-commit="empty"]`);
      await shown('sound');
      await hand.press(`${form} [data-read-on="sound"]`);
      await shown('shelf');
      await hand.write(at(form, 'read.shelf'), '列がこわい');
      await hand.choose(at(form, 'sure.shelf'), '60');
      await hand.write(at(form, 'change.shelf'), '箱');
      await hand.press(`${form} [data-commit="shelf"]`);
      await until(
        page,
        (/** @type {string} */ where) => document.querySelector(`${where} [data-look]`)?.checkVisibility(),
        form,
      );
      await hand.write(at(form, 'kept'), '26冊');
    },
    holds: {
      'read.empty': '疲れか',
      'sure.empty': '30',
      'read.shelf': '列がこわい',
      'sure.shelf': '60',
      'change.shelf': '箱',
      kept: '26冊',
    },
    second: async (hand, form) => {
      await hand.write(at(form, 'read.empty'), '二度目');
      await hand.choose(at(form, 'sure.empty'), '10');
      await hand.press(`${form} [data-commit="empty"]`);
      await hand.press(`${form} [data-read-on="sound"]`);
      await hand.write(at(form, 'read.shelf'), '二度目も');
      await hand.choose(at(form, 'sure.shelf'), '20');
      await hand.press(`${form} [data-commit="shelf"]`);
    },
  },
  weights: {
    name: 'concordance',
    hides: true,
    first: async (hand, form, page) => {
      await hand.press(`${form} [data-commit="rubber"]`); // nothing is weighed yet
      await until(
        page,
        (/** @type {string} */ where) =>
          document.querySelector(`${where} [data-stage="rubber"] .staged-note`)?.textContent,
        form,
      );
      await hand.tick(at(form, 'weigh.rubber', '+1'));
      await hand.write(at(form, 'why.rubber'), '時間が要るから');
      await hand.press(`${form} [data-commit="rubber"]`);
      await hand.tick(at(form, 'weigh.box', '-2'));
      await hand.tick(at(form, 'agree', 'yes'));
    },
    holds: { 'weigh.rubber': '+1', 'why.rubber': '時間が要るから', 'weigh.box': '-2', agree: ['yes'] },
    yours: {
      'weigh.rubber': ['＋1 やや強まる', ''],
      'why.rubber': ['時間が要るから', ''],
      'weigh.box': ['−2 かなり弱まる', ''],
      'why.box': ['', ''],
    },
    chosen: ['weigh.rubber=+1', 'weigh.box=-2'],
    second: async (hand, form) => {
      await hand.press(`${form} [data-read-on="rubber"]`);
      await hand.tick(at(form, 'weigh.box', '+0'));
    },
  },
  asking: {
    name: 'incident',
    first: async (hand, form, page) => {
      const fact = (/** @type {string} */ id) => `${form} [data-attempt] [data-fact="${id}"]`;
      /** Waits for the state of a fact. @param {string} id @param {string} state */
      const comes = (id, state) =>
        until(
          page,
          (/** @type {[string, string]} */ [where, wanted]) =>
            document.querySelector(where)?.getAttribute('data-state') === wanted,
          [fact(id), state],
        );
      const open = (/** @type {string} */ id) =>
        page.evaluate(
          (/** @type {string} */ where) => document.querySelector(`${where} .incident-answer`)?.checkVisibility(),
          fact(id),
        );
      for (const id of ['words', 'box', 'last']) {
        await hand.press(`${fact(id)} summary`);
        await comes(id, 'asked');
        if (!(await open(id))) throw new Error(`${id} was asked, and does not open`);
      }
      await comes('seat', 'closed'); // three may be asked
      await hand.press(`${fact('seat')} summary`);
      if (await open('seat')) throw new Error('more was asked than may be');
      await hand.write(at(form, 'free.1'), 'Aに：いつ眠るか');
      await hand.write(at(form, 'problem'), '一冊の扱い');
      if (
        !(await page.evaluate(
          (/** @type {string} */ where) => document.querySelector(`${where} [data-free-reply]`)?.checkVisibility(),
          form,
        ))
      )
        throw new Error('the own question has no reply');
      await hand.write(at(form, 'response'), '担任が今日、一対一で');
      await hand.write(at(form, 'reason'), '途中と言ったから');
      await hand.choose(at(form, 'sure'), '40');
      await hand.write(at(form, 'kept'), '途中');
    },
    holds: {
      'free.1': 'Aに：いつ眠るか',
      problem: '一冊の扱い',
      response: '担任が今日、一対一で',
      reason: '途中と言ったから',
      sure: '40',
      kept: '途中',
    },
    looked: async (_hand, form, page) =>
      void (await until(
        page,
        (/** @type {string} */ where) => {
          const ids = (/** @type {string} */ list) =>
            [...document.querySelectorAll(`${where} ${list} > li`)]
              .map((item) => item.getAttribute('data-told'))
              .join(' ');
          return `${ids('[data-asked-list]')}/${ids('[data-unasked-list]')}` === 'words box last/seat home';
        },
        form,
      )),
    said: ['1番め', '担任：前の日は、何冊でしたか。', '「まだ途中」と言いました。'],
    second: async (hand, form) => {
      await hand.press(`${form} [data-attempt] [data-open-all]`);
      await hand.write(at(form, 'problem'), '二度目');
    },
  },
};
