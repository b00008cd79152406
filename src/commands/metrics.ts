import { rename, rm, writeFile } from 'node:fs/promises';
import { Gauge, Registry } from 'prom-client';
import { UsageError } from '../core/errors.js';
import { errorCode } from '../io/error-code.js';
import type { RunReport } from './run-report.js';

type Values = Readonly<Record<string, number>>;

/** A report in the text format of Prometheus: how the last run went, and how the collection stands after it. */
export async function metricsOf(report: RunReport): Promise<string> {
  const registry = new Registry();
  const put = (name: string, help: string, value: number): void => {
    new Gauge({ name: `copydesk_${name}`, help, registers: [registry] }).set(value);
  };
  const putEach = (name: string, help: string, label: string, values: Values): void => {
    const gauge = new Gauge({ name: `copydesk_${name}`, help, labelNames: [label], registers: [registry] });
    for (const [key, value] of Object.entries(values)) gauge.set({ [label]: key }, value);
  };
  const { documents, files, characters, duplicates } = report;
  const { accepted, review, rejected } = documents;
  const { found, cleaned, skipped, failed, notReached, leftAlone, vanished } = files;
  putEach('info', 'Version of copydesk that ran last.', 'version', { [report.copydesk]: 1 });
  put('run_started_seconds', 'When the last run began, in seconds since 1970.', Date.parse(report.started) / 1000);
  put('run_finished_seconds', 'When the last run ended, in seconds since 1970.', Date.parse(report.finished) / 1000);
  put('run_duration_seconds', 'How long the last run took.', report.durationMs / 1000);
  put('run_exit_code', 'Exit code of the last run.', report.exitCode);
  putEach('files', 'Raw files as the last run found them.', 'state', {
    found,
    cleaned,
    skipped,
    failed,
    not_reached: notReached,
    left_alone: leftAlone,
    vanished,
  });
  putEach('documents', 'Documents of the collection.', 'status', { accepted, review, rejected });
  put('documents_faulty', 'Rejected documents with a fault: unreadable, too large, timed out.', documents.faulty);
  put('documents_cleaned', 'Documents that the last run cleaned.', documents.cleaned);
  put('characters_kept', 'Characters of the texts of the collection.', characters.kept);
  putEach('characters_removed', 'Characters removed from the collection.', 'reason', characters.removed);
  put('sources_drifting', 'Sources whose documents of the last run differ from their history.', report.drifting);
  put('sources_learned', 'Sources of which repeated lines are published.', report.learned.sources);
  if (duplicates !== null && 'copies' in duplicates)
    put('documents_copies', 'Documents of the collection that are copies of others.', duplicates.copies);
  return registry.metrics();
}

/**
 * Writes the metrics for the textfile collector of Prometheus' node exporter, which may read at any moment: under a name that it passes
 * over, then in one step under the one asked for.
 * @throws UsageError where the file cannot be written
 */
export async function writeMetrics(file: string, report: RunReport): Promise<void> {
  const part = `${file}.${process.pid}.part`;
  try {
    await writeFile(part, await metricsOf(report));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw new UsageError(`--metrics: ${file} cannot be written: ${errorCode(error) ?? 'unknown error'}`);
  }
}
