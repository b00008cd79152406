import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { refuseObjects } from '../../src/commands/local-only.js';

const given = (name: string, clean: string): Command =>
  new Command(name).option('--clean <dir>').parse(['--clean', clean], { from: 'user' });

describe('object storage', () => {
  it('is for clean, learn, schedule and work', () => {
    for (const name of ['clean', 'learn', 'schedule', 'work'])
      expect(() => {
        refuseObjects(given(name, 's3://news/clean'));
      }).not.toThrow();
  });

  it('is refused by the others, which read folders', () => {
    for (const name of ['export', 'diff', 'review'])
      expect(() => {
        refuseObjects(given(name, 's3://news/clean'));
      }).toThrow(`${name}: --clean: object storage is for clean, learn, schedule and work`);
    expect(() => {
      refuseObjects(given('export', 'clean'));
    }).not.toThrow();
  });
});
