import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../free-port.js';

/** A real server of object storage, where it is installed: Ceph, with one of each of its parts and all in memory. */

const PROGRAMS = ['ceph-mon', 'ceph-osd', 'radosgw', 'radosgw-admin', 'ceph'];
const PACKAGES = ['@aws-sdk/client-s3', '@aws-sdk/lib-storage'];

async function missing(): Promise<string[]> {
  const packages: string[] = [];
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
  for (const name of PACKAGES) await import(name).catch(() => packages.push(name));
  return [...packages, ...PROGRAMS.filter((program) => spawnSync('which', [program]).status !== 0)];
}

const lacks = await missing();
if (lacks.length > 0) {
  if (process.env['CI'] === 'true') throw new Error(`the tests of object storage need ${lacks.join(', ')}`);
  process.stderr.write(`the tests of object storage are left out: ${lacks.join(', ')} not installed\n`);
}

/** False where the tests are left out. */
export const HAS_CEPH = lacks.length === 0;

const FSID = '4f0be998-bbb1-4c0d-a2b0-6d1f0d0c7e55';
const KEYS = { AWS_ACCESS_KEY_ID: 'copydesk', AWS_SECRET_ACCESS_KEY: 'copydesk-secret' };

const configOf = (folder: string, monitor: number, gateway: number): string => `
[global]
fsid = ${FSID}
mon host = 127.0.0.1:${monitor}
mon initial members = a
public addr = 127.0.0.1
cluster addr = 127.0.0.1
ms bind msgr2 = false
auth cluster required = none
auth service required = none
auth client required = none
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pg autoscale mode = off
osd crush chooseleaf type = 0
mon allow pool size one = true
mon max pg per osd = 1000
log file = ${folder}/$name.log
pid file = ${folder}/$name.pid
admin socket = ${folder}/$name.asok
run dir = ${folder}
[mon.a]
mon data = ${folder}/mon
mon addr = 127.0.0.1:${monitor}
[osd.0]
osd data = ${folder}/osd
osd objectstore = memstore
memstore device bytes = 4294967296
[client.rgw.a]
rgw frontends = beast endpoint=127.0.0.1:${gateway}
rgw data = ${folder}/rgw
rgw enable apis = s3
`;

export interface Ceph {
  readonly endpoint: string;
  /** Has it not be reached for a while. */
  goAway(): void;
  comeBack(): Promise<void>;
  stop(): void;
}

/** Has this process, and those that it starts, use a server, and makes a bucket on it. */
export async function useCeph({ endpoint }: Ceph, bucket: string): Promise<void> {
  Object.assign(process.env, KEYS, { AWS_ENDPOINT_URL: endpoint, AWS_EC2_METADATA_DISABLED: 'true' });
  const name = '@aws-sdk/client-s3';
  const { S3Client, CreateBucketCommand } = (await import(name)) as {
    S3Client: new (options: object) => { send(command: object): Promise<unknown> };
    CreateBucketCommand: new (input: object) => object;
  };
  await new S3Client({ region: 'us-east-1', forcePathStyle: true }).send(new CreateBucketCommand({ Bucket: bucket }));
}

/** Its parts find each other by ports that were free a moment ago, and not always at once: then they are begun anew. */
const TRIES = 4;

export async function startCeph(): Promise<Ceph> {
  for (let tries = 1; ; tries++) {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-ceph-'));
    try {
      return await startIn(folder);
    } catch (error) {
      stopIn(folder);
      if (tries === TRIES) throw error;
    }
  }
}

const kill = (folder: string, name: string): void => {
  process.kill(Number(readFileSync(join(folder, name), 'utf8')), 'SIGKILL');
};

function stopIn(folder: string): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.pid'))) {
    try {
      kill(folder, name);
    } catch {
      // It has ended by itself.
    }
  }
  rmSync(folder, { recursive: true, force: true });
}

async function startIn(folder: string): Promise<Ceph> {
  const [monitor, gateway] = [await freePort(), await freePort()];
  for (const name of ['mon', 'osd', 'rgw']) mkdirSync(join(folder, name));
  const config = join(folder, 'ceph.conf');
  writeFileSync(config, configOf(folder, monitor, gateway));
  const call = (program: string, ...args: string[]): void => {
    const { status, stderr } = spawnSync(program, ['-c', config, ...args], { timeout: 60_000, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
  };
  const map = join(folder, 'monmap');
  spawnSync('monmaptool', ['--create', '--fsid', FSID, '--addv', 'a', `[v1:127.0.0.1:${monitor}]`, map]);
  call('ceph-mon', '--mkfs', '-i', 'a', '--monmap', map);
  call('ceph-mon', '-i', 'a');
  call('ceph', 'osd', 'create');
  call('ceph-osd', '-i', '0', '--mkfs');
  call('ceph-osd', '-i', '0');
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = KEYS;
  const keys = ['--access-key', AWS_ACCESS_KEY_ID, '--secret-key', AWS_SECRET_ACCESS_KEY];
  call('radosgw-admin', 'user', 'create', '--uid', 'copydesk', '--display-name', 'copydesk', ...keys);
  const endpoint = `http://127.0.0.1:${gateway}`;
  const comeBack = async (): Promise<void> => {
    spawn('radosgw', ['-c', config, '-n', 'client.rgw.a'], { stdio: 'ignore' });
    for (let tries = 0; !(await fetch(endpoint).catch(() => null)); tries++) {
      if (tries > 300) throw new Error('radosgw does not answer');
      await sleep(200);
    }
  };
  await comeBack();
  return {
    endpoint,
    goAway() {
      kill(folder, 'client.rgw.a.pid');
    },
    comeBack,
    stop() {
      stopIn(folder);
    },
  };
}
