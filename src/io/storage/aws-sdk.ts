import type { Readable } from 'node:stream';
import { UsageError } from '../../core/errors.js';
import { errorMessage } from '../error-code.js';

/** What copydesk uses of the AWS SDK, in types of its own: the packages are there only where somebody has object storage. */

interface Place {
  readonly Bucket: string;
  readonly Key: string;
}

export interface ListAnswer {
  readonly Contents?: readonly {
    readonly Key?: string;
    readonly Size?: number;
    readonly ETag?: string;
    readonly LastModified?: Date;
  }[];
  readonly NextContinuationToken?: string;
}

export interface GetAnswer {
  readonly Body?: Readable & { transformToString(): Promise<string> };
  readonly ETag?: string;
  readonly ContentLength?: number;
  readonly LastModified?: Date;
}

export interface PutAnswer {
  readonly ETag?: string;
}

export interface CopyAnswer {
  readonly CopyObjectResult?: { readonly ETag?: string };
}

declare const answer: unique symbol;
/** What is sent, and what is answered to it. */
export interface AwsCommand<Answer> {
  readonly [answer]?: Answer;
}

type CommandClass<Input, Answer> = new (input: Input) => AwsCommand<Answer>;

interface HttpArguments {
  readonly response?: { readonly headers?: Readonly<Record<string, string>> };
}

export interface AwsClient {
  send<Answer>(command: AwsCommand<Answer>): Promise<Answer>;
  readonly middlewareStack: {
    add(
      middleware: (next: (args: unknown) => Promise<HttpArguments>) => (args: unknown) => Promise<HttpArguments>,
      options: { readonly step: 'deserialize'; readonly name: string; readonly priority: 'low' },
    ): void;
  };
  destroy(): void;
}

export interface AwsSdk {
  readonly S3Client: new (options: object) => AwsClient;
  readonly ListObjectsV2Command: CommandClass<
    { Bucket: string; Prefix: string; ContinuationToken?: string; EncodingType?: string },
    ListAnswer
  >;
  readonly GetObjectCommand: CommandClass<Place, GetAnswer>;
  readonly PutObjectCommand: CommandClass<
    Place & { Body: string | Buffer; ContentType?: string; IfMatch?: string; IfNoneMatch?: string },
    PutAnswer
  >;
  readonly HeadObjectCommand: CommandClass<Place, unknown>;
  readonly CopyObjectCommand: CommandClass<
    Place & { CopySource: string; ContentType: string; MetadataDirective: 'REPLACE' },
    CopyAnswer
  >;
  readonly DeleteObjectCommand: CommandClass<Place, unknown>;
}

/** A file to be sent in parts. */
export interface AwsUpload extends Place {
  readonly Body: Readable;
  readonly ContentType: string;
}

interface AwsUploads {
  readonly Upload: new (options: {
    readonly client: AwsClient;
    readonly params: AwsUpload;
    readonly partSize: number;
    readonly queueSize: number;
  }) => { done(): Promise<PutAnswer> };
}

export type Aws = AwsSdk & AwsUploads;

/** As `npm install` takes them. The next major node is asked for by versions of 2027. */
const INSTALL = '@aws-sdk/client-s3@3.1169 @aws-sdk/lib-storage@3.1169';

/** @throws UsageError where the packages are not installed */
export async function loadAws(option: string): Promise<Aws> {
  const load = async (name: string): Promise<unknown> => {
    try {
      return await import(name);
    } catch (error) {
      const isAbsent = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
      if (!isAbsent) throw new UsageError(`${option}: the package ${name} cannot be loaded: ${errorMessage(error)}`);
      throw new UsageError(
        `${option}: the package ${name} is not installed; run: npm install --no-save -D ${INSTALL} (copydesk as a dependency: npm install ${INSTALL})`,
      );
    }
  };
  // It would tell each run that versions of next year want another node.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const sdk = (await load('@aws-sdk/client-s3')) as AwsSdk;
  const uploads = (await load('@aws-sdk/lib-storage')) as AwsUploads;
  return { ...sdk, Upload: uploads.Upload };
}
