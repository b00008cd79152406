import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { refuseObjects } from '../../src/commands/local-only.js';

const given = (name: string, clean: string): Command =>
  new Command(name).option('--clean <dir>').parse(['--clean', clean], { from: 'user' });

describe('object storage', () => {
  it('is for clean, learn and schedule', () => {
    for (const name of ['clean', 'learn', 'schedule'])
      expect(() => {
        refuseObjects(given(name, 's3://news/clean'));
      }).not.toThrow();
  });

  it('is refused by the others, which read folders', () => {
    for (const name of ['export', 'diff', 'work'])
      expect(() => {
        refuseObjects(given(name, 's3://news/clean'));
      }).toThrow(`${name}: --clean: object storage is for clean, learn and schedule`);
    expect(() => {
      refuseObjects(given('work', 'clean'));
    }).not.toThrow();
  });
});
