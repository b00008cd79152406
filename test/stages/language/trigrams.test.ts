import { francAll } from 'franc';
import { describe, expect, it } from 'vitest';
import { SHARED_SCRIPTS } from '../../../src/stages/language/scripts.js';
import { TrigramRanking } from '../../../src/stages/language/trigrams.js';

const TEXTS = [
  'The harbour board met on Tuesday and spoke until midnight about the price of tar. Nobody had asked the ferryman.',
  'Der Gemeinderat hat am Montag beschlossen, die alte Brücke noch ein Jahr lang stehen zu lassen.',
  'Hội đồng thành phố hôm thứ Hai đã quyết định để cây cầu cũ đứng thêm một năm nữa.',
  'Ледовую дорогу открыли на три недели позже обычного, сообщили в районной администрации (Åre, 2024).',
  'عادت المكتبة المتنقلة إلى قرى الجبل بعد انقطاع دام ستة أعوام، وقالت الأمينة إن الطريق لم تُصلح بعد.',
  'गाँव की पुरानी बावड़ी में लगभग सौ साल बाद फिर पानी भर आया है, लोगों ने कहा।',
  '三ツ浜市は１日、故障で止まっていた渡し船の運航を４年ぶりに再開した。',
  'half латиница half кириллица — 12.03.2024',
  '2024-03-12 10:15',
  'no',
  '',
];

describe('TrigramRanking', () => {
  it('ranks as franc does, score by score, also texts that are not in its script', () => {
    for (const { name, languages } of SHARED_SCRIPTS) {
      const only = Object.keys(languages);
      const ranking = new TrigramRanking(name, only);
      for (const text of [...TEXTS, TEXTS.join(' '), TEXTS.slice(0, 2).join(' ').repeat(20)])
        expect(ranking.rank(text)).toEqual(francAll(text, { only, minLength: 10 }));
    }
  });
});
