import { parseArgs } from 'node:util';
import { WireServer } from './server';

/**
 * The server as a process: `node -r ./test/support/register-ts.js test/wire/eventstoredb/main.ts [--port N] [--nodes N]
 * [--file LOG]`. It prints its connection string on one line, and stores acknowledged writes in the file where one is
 * named. The lines `cut` and `restart` on its standard input cause faults.
 */
async function main(): Promise<void> {
  const options = { port: { type: 'string' }, nodes: { type: 'string' }, file: { type: 'string' } } as const;
  const { values } = parseArgs({ options });
  const server = await WireServer.start({
    port: Number(values.port ?? 0),
    nodes: Number(values.nodes ?? 1),
    ...(values.file === undefined ? {} : { file: values.file }),
  });
  process.stdout.write(`${server.url}\n`);
  process.stdin.setEncoding('utf8').on('data', (text: string) => {
    for (const order of text.split('\n')) {
      if (order === 'cut') server.cut();
      if (order === 'restart') void server.restart();
    }
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void server.stop().then(() => process.exit(0)));
}

void main();
