import type { Started } from '../commands/built.js';
import { startCopydesk } from '../commands/built.js';

/** `copydesk review` over the folders below a root, and where it answers. */
export async function startReview(root: string, by: string): Promise<Started & { readonly address: string }> {
  const started = startCopydesk(['review', '--port=0', '--no-open', `--by=${by}`], root);
  const address = await new Promise<string>((resolve) => {
    let said = '';
    started.child.stdout?.on('data', (text: string) => {
      said += text;
      const found = /http:\S+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
  });
  return { ...started, address };
}
