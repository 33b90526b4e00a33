const { spawn } = require('node:child_process');
const { once } = require('node:events');
const { join } = require('node:path');

/**
 * The options with which bin/mixite.js and the images start: a greater initial size of the young generation. Both sides
 * get them.
 */
const NODE_WORDS = ['--min-semi-space-size=8'];

const support = (name) => join(__dirname, 'support', name);

/** Runs the work with a server in its own process: it gets the server's URL, and the id of its process. */
async function serving(script, words, work) {
  const server = spawn(process.execPath, [...NODE_WORDS, support(script), ...words], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(server, 'exit');
  const [line] = await Promise.race([once(server.stdout, 'data'), ended.then(() => [undefined])]);
  if (line === undefined) throw new Error(`${script} did not start`);
  try {
    return await work(String(line).trim(), server.pid);
  } finally {
    server.kill('SIGTERM');
    await ended;
  }
}

module.exports = { serving };
