import { describe, expect, it } from 'vitest';
import { readCaption } from '../../../src/stages/fields/caption.js';
import { TEST_LISTS } from './lists.js';

const read = (line: string) => readCaption(line, TEST_LISTS);

describe('readCaption', () => {
  it.each([
    [
      'Jedes Werkzeug hängt an seinem Nagel. Foto: Philipp Krus/dpa',
      'Jedes Werkzeug hängt an seinem Nagel.',
      'Philipp Krus/dpa',
    ],
    ['Gwen at the harbour in 1987 (Image: Family)', 'Gwen at the harbour in 1987', 'Family'],
    ['नाव पर पढ़ते बच्चे (फोटो: नदी पार)', 'नाव पर पढ़ते बच्चे', 'नदी पार'],
    ['Jono tiistaina kello 19. KUVA: Aino Heik', 'Jono tiistaina kello 19.', 'Aino Heik'],
    ['Ο φάρος στο ακρωτήρι. Φωτ.: ΑΠΕ-ΜΠΕ', 'Ο φάρος στο ακρωτήρι.', 'ΑΠΕ-ΜΠΕ'],
    ['北埠頭の鐘楼=2031年2月6日、南港市、佐野真帆撮影', '北埠頭の鐘楼', '佐野真帆'],
    ['鐘を鳴らす船長（右）＝南港市で、港湾組合提供', '鐘を鳴らす船長（右）', '港湾組合'],
    ['船工在码头修理铜钟。 闻一舟 摄', '船工在码头修理铜钟。', '闻一舟'],
    ['船工在码头修理铜钟。本报记者 闻一舟摄', '船工在码头修理铜钟。', '闻一舟'],
    ['הנדנדה בכפר. צילום: נגה שטיינמץ', 'הנדנדה בכפר.', 'נגה שטיינמץ'],
    ['ตู้กับข้าวไม้สัก ภาพ: ข่าวสวนผึ้ง', 'ตู้กับข้าวไม้สัก', 'ข่าวสวนผึ้ง'],
    ['總鋪師手寫的菜單。（記者簡以恩攝）', '總鋪師手寫的菜單。', '簡以恩'],
    ['광화문에서 인사하고 있다. [사진 = 김혜진 기자]', '광화문에서 인사하고 있다.', '김혜진 기자'],
    [
      'The jets fly east of the island on October 31. Courtesy of the Joint Chiefs of Staff',
      'The jets fly east of the island on October 31.',
      'the Joint Chiefs of Staff',
    ],
    [
      'Fishermen double the ropes on the 27th. 2024.08.27 Makurazaki = AP/Newsis',
      'Fishermen double the ropes on the 27th. 2024.08.27 Makurazaki',
      'AP/Newsis',
    ],
    [
      'The ministers unveil a plaque in Moscow, Nov. 1. AFP-Yonhap',
      'The ministers unveil a plaque in Moscow, Nov. 1.',
      'AFP-Yonhap',
    ],
    [
      'The leader listens to his generals. AP Photo/Eric Gay, File',
      'The leader listens to his generals.',
      'AP Photo/Eric Gay, File',
    ],
    [
      'The pilots wait on the quay on 11 October. Bo Lindqvist (REUTERS)',
      'The pilots wait on the quay on 11 October.',
      'Bo Lindqvist (REUTERS)',
    ],
    ['El ministro de Exteriores, Ada Ruiz. EFE/ B.J. Linde', 'El ministro de Exteriores, Ada Ruiz.', 'EFE/ B.J. Linde'],
    ['The judges on their way to court (AP Photo/Eric Gay)', 'The judges on their way to court', 'AP Photo/Eric Gay'],
    ['De molen helt naar het westen. © ANP', 'De molen helt naar het westen.', 'ANP'],
    ['Die Ministerin im leeren StadionBild: Bo Lind/dpa', 'Die Ministerin im leeren Stadion', 'Bo Lind/dpa'],
    ['The car wins its class. Image by John Gore', 'The car wins its class.', 'John Gore'],
  ])('%s', (line, text, credit) => {
    expect(read(line)).toMatchObject({ text, credit });
    expect(read(line)?.certainty).toBeGreaterThan(0.7);
  });

  it.each([
    ['Фото: пресс-служба института', 'пресс-служба института'],
    ['（摄影：闻一舟）', '闻一舟'],
    ['Foto: A. Weber/dpa', 'A. Weber/dpa'],
    ['Andrew Harn / AP', 'Andrew Harn / AP'],
    ['Image Credits: Larkspur', 'Larkspur'],
  ])('reads a credit alone: %s', (line, credit) => {
    expect(read(line)).toMatchObject({ text: '', credit });
  });

  it('reads an agency that was glued to the last sentence, with less certainty', () => {
    const glued = read('Los pilotos en la pista, antes de la carrera.EFE');
    expect(glued).toEqual({ text: 'Los pilotos en la pista, antes de la carrera.', credit: 'EFE', certainty: 0.6 });
    expect(read('He came home late.NATO was angry')).toBeNull();
  });

  it('knows what a caption calls itself', () => {
    expect(read('Bildlegende: Drei Boote im Hafen.')).toEqual({
      text: 'Drei Boote im Hafen.',
      credit: null,
      certainty: 0.8,
    });
  });

  it('knows words that speak of a picture', () => {
    expect(read('Illustrative image')).toEqual({ text: 'Illustrative image', credit: null, certainty: 0.85 });
    expect(read('In this undated photo released by the ministry, soldiers cross a river.')?.certainty).toBeGreaterThan(
      0.5,
    );
    expect(read('Foto: Der Bürgermeister begrüßt die Gäste vor dem Rathaus.')).toMatchObject({
      text: 'Der Bürgermeister begrüßt die Gäste vor dem Rathaus.',
      credit: null,
    });
    const left = read('Minister Ada Weber (left) and Ben Alder sign the treaty. Foto: dpa');
    expect(left?.certainty).toBeGreaterThan(
      read('Minister Ada Weber and Ben Alder sign the treaty. Foto: dpa')?.certainty ?? 1,
    );
  });

  it('is unsure of a bare name at the end', () => {
    expect(read('Commuters pass the shuttered underpass on April 16. Kwon Hyuk')?.certainty).toBeCloseTo(0.6);
    expect(read('The ferry runs again, she told the council (Reiko Sug)')?.certainty).toBeLessThan(0.5);
  });

  it.each([
    'The council voted to close the bridge on Monday. (Reuters)',
    'He posted a photo by his mother.',
    'She asked him for one photo: his mother in the garden, before the war.',
    'The river rose again overnight, officials said.',
    '责任编辑：梅子寒',
    '5. Smartphone Photography',
    'Copyright © 2024 Example News. All rights reserved.',
    '© 2024 Example News',
    '배는 아침에 떠났다. 저작권자 © 남항일보 무단 전재 및 재배포 금지',
    '鎮公所下月開會。（編輯：方沛清）1130512',
    '[서울=뉴시스]',
    'Video of the incident shows people running from the square.',
    'Photo David Diem on https://example.org/de/fotos/lila-lichter-uHzf13WevGc',
    'Source: Ministry of Agriculture',
  ])('is no sure caption: %s', (line) => {
    expect(read(line)?.certainty ?? 0).toBeLessThan(0.5);
  });

  it('takes time linear in a hostile line', () => {
    const start = performance.now();
    for (let i = 0; i < 50; i++) {
      read('photo: '.repeat(120));
      read('= '.repeat(400));
      read('aBild: '.repeat(120));
      read('('.repeat(800));
      read('. A'.repeat(250));
    }
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});
