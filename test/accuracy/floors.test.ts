import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findFallen, raiseFloors, readFloors, type Floors } from '../../src/accuracy/floors.js';
import type { Measured } from '../../src/accuracy/measure.js';
import { UsageError } from '../../src/core/errors.js';
import { scratchFolder, writeTree } from '../io/scratch.js';

const measured = (name: string, figures: Record<string, number>): Measured => ({
  name,
  figures,
  confidence: [],
  byLanguage: {},
  byReason: {},
  worst: [],
});

describe('findFallen', () => {
  const floors: Floors = { news: { F1: { least: 0.9 }, lost: { most: 0.1 } } };

  it('finds nothing where every figure is within its bound', () => {
    expect(findFallen(floors, [measured('news', { F1: 0.9, lost: 0.1 }), measured('other', {})])).toEqual([]);
  });

  it('names what is beyond its bound, and what was not measured', () => {
    expect(findFallen(floors, [measured('news', { F1: 0.8999, lost: 0.11 })])).toEqual([
      'news F1: 0.8999 is below 0.9',
      'news lost: 0.11 is above 0.1',
    ]);
    expect(findFallen(floors, [measured('news', { F1: 1 })])).toEqual(['news lost: not measured']);
  });

  it('does not ask for sets that were not measured', () => {
    expect(findFallen(floors, [])).toEqual([]);
  });
});

describe('raiseFloors', () => {
  const written = (floors: Floors, figures: Record<string, number>): { raised: number; file: Floors | null } => {
    const path = join(scratchFolder(), 'floors.json');
    const raised = raiseFloors(path, floors, [measured('news', figures)]);
    return { raised, file: existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Floors) : null };
  };

  it('moves bounds to better figures', () => {
    expect(
      written(
        { news: { F1: { least: 0.8 }, lost: { most: 0.2 } }, other: { F1: { least: 0.5 } } },
        { F1: 0.9, lost: 0.1 },
      ),
    ).toEqual({
      raised: 2,
      file: { news: { F1: { least: 0.9 }, lost: { most: 0.1 } }, other: { F1: { least: 0.5 } } },
    });
  });

  it('never makes them looser, and then writes nothing', () => {
    expect(
      written({ news: { F1: { least: 0.8 }, lost: { most: 0.2 }, gone: { least: 1 } } }, { F1: 0.7, lost: 0.3 }),
    ).toEqual({ raised: 0, file: null });
  });
});

describe('readFloors', () => {
  it('says what is wrong with a file in one line', () => {
    const root = scratchFolder();
    writeTree(root, { 'floors.json': '{' });
    expect(() => readFloors(join(root, 'gone.json'))).toThrow(UsageError);
    expect(() => readFloors(join(root, 'floors.json'))).toThrow(/is not JSON/);
  });
});
