import { describe, expect, it } from 'vitest';
import { remembered } from '../../src/core/remembered.js';

describe('remembered', () => {
  it('asks once for a text that comes again', () => {
    const asked: string[] = [];
    const lengthOf = remembered((text) => asked.push(text) && text.length);
    expect([lengthOf('Home'), lengthOf('Share'), lengthOf('Home')]).toEqual([4, 5, 4]);
    expect(asked).toEqual(['Home', 'Share']);
  });

  it('asks again for long texts, and for what has not come for long', () => {
    let asked = 0;
    const lengthOf = remembered((text) => (asked++, text.length));
    const long = 'word '.repeat(100);
    expect([lengthOf(long), lengthOf(long)]).toEqual([500, 500]);
    expect(asked).toBe(2);
    lengthOf('Home');
    for (let i = 0; i < 20_000; i++) lengthOf(`line ${i}`);
    asked = 0;
    expect(lengthOf('Home')).toBe(4);
    expect(asked).toBe(1);
  });

  it('keeps what comes again and again, however much comes between', () => {
    let asked = 0;
    const lengthOf = remembered((text) => ((asked += Number(text === 'Home')), text.length));
    for (let i = 0; i < 20_000; i++) {
      lengthOf('Home');
      lengthOf(`line ${i}`);
    }
    expect(asked).toBe(1);
  });
});
