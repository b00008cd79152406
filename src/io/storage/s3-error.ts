import { UsageError } from '../../core/errors.js';
import { errorCode, errorMessage } from '../error-code.js';
import { ObjectError, UnreachableError } from './object-store.js';
import type { S3Url } from './s3-url.js';

interface Answered {
  readonly $metadata?: { readonly httpStatusCode?: number };
}

export const statusOf = (error: unknown): number | undefined => (error as Answered | null)?.$metadata?.httpStatusCode;

/** What an error's message is, where the storage gave none. */
const NO_MESSAGE = new Set(['UnknownError', 'UnknownError: UnknownError', '']);

const KEYS = ['InvalidAccessKeyId', 'SignatureDoesNotMatch', 'ExpiredToken', 'InvalidToken', 'TokenRefreshRequired'];
const REGION = ['PermanentRedirect', 'AuthorizationHeaderMalformed', 'IllegalLocationConstraintException'];

/** What would fail for every object, and what to do about it; null for what is one object's matter. */
function hopeless(error: unknown, { bucket }: S3Url): string | null {
  const name = error instanceof Error ? error.name : '';
  const message = errorMessage(error);
  const status = statusOf(error);
  if (name === 'NoSuchBucket') return `there is no bucket "${bucket}"`;
  if (name === 'CredentialsProviderError')
    return `no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE (${message})`;
  if (KEYS.includes(name)) return `the credentials are not taken: ${name}`;
  if (message === 'Region is missing') return 'no region: set AWS_REGION';
  if (REGION.includes(name) || status === 301) return `${name}: the bucket is of another region: set AWS_REGION`;
  return null;
}

/** Why the storage gives no answer now; null where it gives one. */
function silence(error: unknown): string | null {
  const status = statusOf(error);
  if (status === undefined)
    return `cannot be reached: ${errorCode(error) ?? errorMessage(error)} (its address: AWS_ENDPOINT_URL)`;
  const name = error instanceof Error ? error.name : '';
  if (status >= 500 || status === 429) return `${name}: the storage cannot answer now (${status}); run again later`;
  return null;
}

/** An error of the client as one of ours, of one line. A file's own error stays as it is. */
export function describeS3Error(error: unknown, url: S3Url): Error {
  if (error instanceof UsageError || error instanceof ObjectError) return error;
  if (error instanceof Error && 'syscall' in error && 'path' in error) return error;
  const why = hopeless(error, url);
  if (why !== null) return new UsageError(`${url.shown}: ${why}`, { cause: error });
  const silent = silence(error);
  if (silent !== null) return new UnreachableError(`${url.shown}: ${silent}`, { cause: error });
  const message = errorMessage(error);
  const name = error instanceof Error ? error.name : '';
  return new ObjectError([name, ...(NO_MESSAGE.has(message) ? [] : [message.split('\n')[0]])].join(': '), {
    cause: error,
  });
}
