import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { UsageError } from '../../core/errors.js';
import { errorCode } from '../../io/error-code.js';
import { makeApp, type AppSettings } from './app.js';

export interface Serving {
  readonly address: string;
  close(): Promise<void>;
}

/** Listens on the loopback interface alone: what is reviewed is nobody else's business. */
const HOST = '127.0.0.1';

/**
 * Serves the review page. Port 0 takes any that is free.
 * @throws UsageError where the port is taken
 */
export async function serve(settings: Omit<AppSettings, 'port'> & { readonly port: number }): Promise<Serving> {
  let port = settings.port;
  const app = makeApp({ ...settings, port: () => port });
  const server = createAdaptorServer({ fetch: app.fetch });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, HOST, resolve);
  }).catch((error: unknown) => {
    const code = errorCode(error);
    throw new UsageError(`--port: cannot listen on ${settings.port}: ${code ?? 'failed'}; name another one, or 0`);
  });
  ({ port } = server.address() as AddressInfo);
  return {
    address: `http://${HOST}:${port}/`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
