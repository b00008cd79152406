import { describe, expect, it } from 'vitest';
import { isSignature } from '../../../src/stages/fields/signature.js';

describe('isSignature', () => {
  it.each(['Lê Thu Hạnh', 'Hồ Mai Lan', '林予晴', '한보람', '（佐野真帆）', '【佐野 真帆】'])('%s', (line) => {
    expect(isSignature(line)).toBe(true);
  });

  it.each([
    'Xem thêm',
    'Văn hóa',
    'Mara Lindgren',
    '体育',
    '新闻社',
    '더보기',
    '（共同通信社）',
    '（社会部）',
    '佐野真帆',
  ])('is none: %s', (line) => {
    expect(isSignature(line)).toBe(false);
  });
});
