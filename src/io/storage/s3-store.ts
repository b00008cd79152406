import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { UsageError } from '../../core/errors.js';
import { loadAws, type Aws, type AwsClient, type AwsCommand, type AwsUpload, type PutAnswer } from './aws-sdk.js';
import { ObjectError, type Condition, type ObjectFound, type ObjectRead, type ObjectStore } from './object-store.js';
import { describeS3Error, statusOf } from './s3-error.js';
import type { S3Url } from './s3-url.js';

/** Larger files are sent in parts of so many bytes, side by side. Ten thousand parts are the most: files of up to 160 GB. */
const PART_SIZE = 16 * 1024 * 1024;
const PARTS_AT_ONCE = 4;
const TRIES = 5;
const PAUSE_MS = 200;
const SOCKETS = 64;
const CONNECT_MS = 5000;
const SILENT_MS = 60_000;

const bare = (etag: string | undefined): string => (etag ?? '').replace(/^W\//, '').replaceAll('"', '');

/** Keys are asked for encoded, as XML cannot hold all of them; some servers encode a blank as a form does. */
function decodeKey(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '));
  } catch {
    return key;
  }
}

/** What stands below a URL in S3-compatible object storage. */
class S3Store implements ObjectStore {
  readonly shown: string;
  private readonly client: AwsClient;
  /** What the storage's clock said last; undefined where it does not say. */
  private serverMs: number | undefined;
  /** Whether ETags stand in quotes where something hangs on them, as the standard has it; Ceph before 18 takes them without only. */
  private isQuoted: boolean | undefined;

  constructor(
    private readonly aws: Aws,
    private readonly url: S3Url,
  ) {
    this.shown = url.shown;
    const endpoint = process.env['AWS_ENDPOINT_URL_S3'] ?? process.env['AWS_ENDPOINT_URL'];
    const own = endpoint !== undefined && endpoint !== '';
    if (own && !URL.canParse(endpoint))
      throw new UsageError(`AWS_ENDPOINT_URL: ${endpoint}: expected a URL such as http://localhost:9000`);
    const region = process.env['AWS_REGION'] ?? process.env['AWS_DEFAULT_REGION'];
    this.client = new aws.S3Client({
      ...(own ? { endpoint, forcePathStyle: true } : {}),
      ...(region !== undefined ? { region } : own ? { region: 'us-east-1' } : {}),
      maxAttempts: TRIES,
      // Not every server knows the checksums of 2024.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: {
        connectionTimeout: CONNECT_MS,
        socketTimeout: SILENT_MS,
        httpAgent: { maxSockets: SOCKETS, keepAlive: true },
        httpsAgent: { maxSockets: SOCKETS, keepAlive: true },
      },
    });
    this.client.middlewareStack.add(
      (next) => async (args) => {
        const answered = await next(args);
        const said = Date.parse(answered.response?.headers?.['date'] ?? '');
        this.serverMs = Number.isNaN(said) ? undefined : said;
        return answered;
      },
      { step: 'deserialize', name: 'copydeskServerTime', priority: 'low' },
    );
  }

  private place(key: string): { Bucket: string; Key: string } {
    return { Bucket: this.url.bucket, Key: this.url.prefix + key };
  }

  private async send<Answer>(command: AwsCommand<Answer>): Promise<Answer> {
    try {
      return await this.client.send(command);
    } catch (error) {
      throw describeS3Error(error, this.url);
    }
  }

  /** Null where there is no such object. */
  private async sendForObject<Answer>(command: AwsCommand<Answer>): Promise<Answer | null> {
    try {
      return await this.client.send(command);
    } catch (error) {
      if (statusOf(error) === 404 && (error as Error).name !== 'NoSuchBucket') return null;
      throw describeS3Error(error, this.url);
    }
  }

  async *list(prefix = ''): AsyncGenerator<ObjectFound> {
    const from = { Bucket: this.url.bucket, Prefix: this.url.prefix + prefix, EncodingType: 'url' };
    let token: string | undefined;
    do {
      const asked = { ...from, ...(token === undefined ? {} : { ContinuationToken: token }) };
      let page;
      try {
        page = await this.send(new this.aws.ListObjectsV2Command(asked));
      } catch (error) {
        throw error instanceof ObjectError
          ? new UsageError(`${this.shown}: cannot be listed: ${error.message}`)
          : error;
      }
      for (const { Key, Size, ETag, LastModified } of page.Contents ?? []) {
        if (Key === undefined) continue;
        const key = decodeKey(Key).slice(this.url.prefix.length);
        yield { key, size: Size ?? 0, etag: bare(ETag), modifiedMs: LastModified?.getTime() ?? 0 };
      }
      token = page.NextContinuationToken;
    } while (token !== undefined && token !== '');
  }

  async has(key: string): Promise<boolean> {
    return (await this.sendForObject(new this.aws.HeadObjectCommand(this.place(key)))) !== null;
  }

  async read(key: string): Promise<ObjectRead | null> {
    const found = await this.sendForObject(new this.aws.GetObjectCommand(this.place(key)));
    if (found === null) return null;
    const now = this.serverMs ?? Date.now();
    const text = (await found.Body?.transformToString()) ?? '';
    return { text, etag: bare(found.ETag), ageMs: now - (found.LastModified?.getTime() ?? now) };
  }

  async fetch(key: string, path: string): Promise<string | null> {
    for (let tries = 1; ; tries++) {
      const found = await this.sendForObject(new this.aws.GetObjectCommand(this.place(key)));
      if (found?.Body === undefined) return null;
      try {
        await pipeline(found.Body, createWriteStream(path));
        const { size } = await stat(path);
        if (found.ContentLength !== undefined && size !== found.ContentLength)
          throw new Error(`${size} of ${found.ContentLength} bytes came`);
        return bare(found.ETag);
      } catch (error) {
        // The client tries again what it asks, but not what breaks off while it comes.
        const described = describeS3Error(error, this.url);
        if (tries === TRIES || !(described instanceof UsageError)) throw described;
        await sleep(PAUSE_MS * 2 ** tries);
      }
    }
  }

  async upload(path: string, key: string): Promise<string> {
    const to = { ...this.place(key), ContentType: typeOf(key) };
    try {
      const { size } = await stat(path);
      const put =
        size <= PART_SIZE
          ? await this.client.send(new this.aws.PutObjectCommand({ ...to, Body: await readFile(path) }))
          : await this.uploadInParts(path, to);
      return bare(put.ETag);
    } catch (error) {
      const described = describeS3Error(error, this.url);
      throw described instanceof ObjectError && statusOf(error) === 403
        ? new UsageError(`${this.shown}: cannot be written: ${described.message}`)
        : described;
    }
  }

  private async uploadInParts(path: string, to: Omit<AwsUpload, 'Body'>): Promise<PutAnswer> {
    const Body = createReadStream(path);
    const params = { ...to, Body };
    try {
      return await new this.aws.Upload({
        client: this.client,
        params,
        partSize: PART_SIZE,
        queueSize: PARTS_AT_ONCE,
      }).done();
    } finally {
      Body.destroy();
    }
  }

  async copy(from: string, to: string): Promise<string | null> {
    const { Bucket, Key } = this.place(from);
    const copied = await this.sendForObject(
      new this.aws.CopyObjectCommand({
        ...this.place(to),
        CopySource: [Bucket, ...Key.split('/')].map(encodeURIComponent).join('/'),
        ContentType: typeOf(to),
        MetadataDirective: 'REPLACE',
      }),
    );
    return copied && bare(copied.CopyObjectResult?.ETag);
  }

  async write(key: string, text: string, condition: Condition): Promise<string | null> {
    const put = { ...this.place(key), Body: text, ContentType: typeOf(key) };
    if (condition === 'absent') return this.put({ ...put, IfNoneMatch: '*' });
    const quoted = { ...put, IfMatch: `"${condition.etag}"` };
    const unquoted = { ...put, IfMatch: condition.etag };
    if (this.isQuoted !== undefined) return this.put(this.isQuoted ? quoted : unquoted);
    for (const isQuoted of [true, false]) {
      const written = await this.put(isQuoted ? quoted : unquoted);
      if (written !== null) this.isQuoted = isQuoted;
      if (written !== null) return written;
    }
    return null;
  }

  private async put(put: ConstructorParameters<Aws['PutObjectCommand']>[0]): Promise<string | null> {
    try {
      return bare((await this.client.send(new this.aws.PutObjectCommand(put))).ETag);
    } catch (error) {
      const status = statusOf(error);
      const isMissing = status === 404 && (error as Error).name !== 'NoSuchBucket';
      if (status === 412 || status === 409 || isMissing) return null;
      const described = describeS3Error(error, this.url);
      throw described instanceof ObjectError
        ? new UsageError(`${this.shown}: cannot be written: ${described.message}`)
        : described;
    }
  }

  async remove(key: string): Promise<void> {
    await this.sendForObject(new this.aws.DeleteObjectCommand(this.place(key)));
  }
}

function typeOf(key: string): string {
  if (key.endsWith('.json')) return 'application/json';
  return key.endsWith('.jsonl') ? 'application/x-ndjson' : 'application/octet-stream';
}

/** @throws UsageError where the client is not installed */
export async function openS3(option: string, url: S3Url): Promise<ObjectStore> {
  return new S3Store(await loadAws(option), url);
}
