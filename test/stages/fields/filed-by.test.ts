import { describe, expect, it } from 'vitest';
import { LISTS } from '../../../src/rules/phrases/lists.js';
import { filedBy } from '../../../src/stages/fields/filed-by.js';

describe('filedBy', () => {
  it.each([
    ['本报讯（记者 林予晴）昨日清晨，渡口的钟声停了。', ['林予晴']],
    ['本报讯（记者林予晴 通讯员何川）昨日清晨，渡口的钟声停了。', ['林予晴']],
    ['南港讯 (记者 林予晴、何川) 昨日清晨，渡口的钟声停了。', ['林予晴', '何川']],
    ['（本报记者 林予晴）昨日清晨，渡口的钟声停了。', ['林予晴']],
    ['〔記者林予晴/南港報導〕昨日清晨，渡口的鐘聲停了。', ['林予晴']],
    ['[부산=뉴시스] 한보람 기자 = 어제 아침 항구의 종이 멈췄다.', ['한보람']],
    ['(부산=연합뉴스) 한보람·서이든 기자 = 어제 아침 항구의 종이 멈췄다.', ['한보람', '서이든']],
    ['【ソウル＝佐野真帆】港の鐘が昨日の朝、止まった。', ['佐野真帆']],
  ])('%s', (text, authors) => {
    expect(filedBy(text, LISTS)).toEqual(authors);
  });

  it.each([
    '【ソウル＝時事】港の鐘が昨日の朝、止まった。',
    '【ソウル＝共同】港の鐘が昨日の朝、止まった。',
    '昨日清晨，渡口的钟声停了，船长（记者称他老林）说没有人再敲钟。',
    '（新华社）昨日清晨，渡口的钟声停了。',
    '[부산=뉴시스] 어제 아침 항구의 종이 멈췄다.',
    'HARBOUR (Reporter Wire) - The bell stopped.',
  ])('names nobody: %s', (text) => {
    expect(filedBy(text, LISTS)).toEqual([]);
  });
});
