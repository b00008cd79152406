import type { Command } from 'commander';
import { z } from 'zod';
import { recordSchema } from '../core/record.js';

export function register(program: Command): void {
  program
    .command('schema')
    .description('print the JSON Schema of a record')
    .action(() => {
      process.stdout.write(JSON.stringify(z.toJSONSchema(recordSchema), null, 2) + '\n');
    });
}
