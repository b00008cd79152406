import { UsageError } from '../../core/errors.js';

/** A place in object storage: a bucket, and what the keys of all that belongs there begin with. */
export interface S3Url {
  readonly bucket: string;
  /** Empty, or with a slash at its end. */
  readonly prefix: string;
  /** For people and logs. */
  readonly shown: string;
}

const SCHEME = 's3://';

export const isS3Url = (text: string): boolean => text.startsWith(SCHEME);

/** @throws UsageError where it is no such URL */
export function parseS3Url(option: string, text: string): S3Url {
  const rest = text.slice(SCHEME.length);
  const [bucket = '', ...segments] = rest.replace(/\/$/, '').split('/');
  if (!isS3Url(text) || !/^[a-z0-9][\w.-]+$/i.test(bucket) || segments.includes(''))
    throw new UsageError(`${option}: ${text}: expected s3://BUCKET or s3://BUCKET/PREFIX`);
  const prefix = segments.map((segment) => segment + '/').join('');
  return { bucket, prefix, shown: `${SCHEME}${bucket}/${prefix}`.replace(/\/$/, '') };
}

/** Whether all that stands below one URL stands below another, or is the same. */
export const isBelow = (inner: S3Url, outer: S3Url): boolean =>
  inner.bucket === outer.bucket && inner.prefix.startsWith(outer.prefix);
