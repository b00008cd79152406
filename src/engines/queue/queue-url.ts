import { UsageError } from '../../core/errors.js';

/** Which queue: a server, and a name on it. */
export interface QueueUrl {
  readonly kind: 'redis' | 'postgres';
  /** For the server's client, with password. */
  readonly url: string;
  /** Of the queue on that server. */
  readonly name: string;
  /** For people and logs, without password. */
  readonly shown: string;
}

const KINDS: Readonly<Record<string, QueueUrl['kind']>> = {
  'redis:': 'redis',
  'rediss:': 'redis',
  'postgres:': 'postgres',
  'postgresql:': 'postgres',
};

const NAME = 'copydesk';

/**
 * Reads what `--queue` says. What stands behind `#` names one of several queues on a server, `copydesk-NAME`.
 * @throws UsageError where it is no such URL
 */
export function parseQueueUrl(text: string): QueueUrl {
  const parsed = URL.canParse(text) ? new URL(text) : null;
  const kind = parsed === null ? undefined : KINDS[parsed.protocol];
  if (parsed === null || kind === undefined)
    throw new UsageError(
      '--queue: expected postgres://USER:PASSWORD@HOST/DATABASE or redis://HOST:6379 (rediss:// with TLS)',
    );
  const name = parsed.hash.slice(1);
  if (!/^[\w-]{0,40}$/.test(name))
    throw new UsageError('--queue: what stands behind "#" names the queue: expected letters, digits, "-" and "_"');
  parsed.hash = '';
  const url = parsed.href;
  if (parsed.password !== '') parsed.password = '***';
  // A client may take the password there, too.
  if (parsed.searchParams.has('password')) parsed.searchParams.set('password', '***');
  const isNamed = name !== '';
  return {
    kind,
    url,
    name: isNamed ? `${NAME}-${name}` : NAME,
    shown: parsed.href + (isNamed ? `#${name}` : ''),
  };
}
