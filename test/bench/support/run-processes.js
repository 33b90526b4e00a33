/**
 * Runs whole processes, from a free dwelling to a lease, for some seconds on 64 connections, and prints the measurements. Arguments:
 * URL, token (`-` for none), seconds, first number. The same against bare Fastify, which answers everything.
 */
const { Agent, request } = require('node:http');
const { URL } = require('node:url');

const CONNECTIONS = 64;
const TODAY = new Date().toISOString().slice(0, 10);
const RESIDENCES = 300;

class Client {
  constructor(url, token) {
    this.url = new URL(url);
    this.agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
    this.headers = { 'content-type': 'application/json', ...(token !== '-' && { authorization: `Bearer ${token}` }) };
    this.taken = [];
    this.failed = 0;
  }

  /** The answer's body. Each command is measured from its first byte to the last of the answer. */
  async post(path, body) {
    const text = JSON.stringify(body);
    const begun = performance.now();
    const [status, answer] = await this.send('POST', path, text);
    this.taken.push(performance.now() - begun);
    if (status >= 300) {
      this.failed += 1;
      throw new Error(`${path}: ${status} ${answer}`);
    }
    return JSON.parse(answer);
  }

  send(method, path, text) {
    const { hostname, port } = this.url;
    const headers = { ...this.headers, ...(text !== undefined && { 'content-length': Buffer.byteLength(text) }) };
    return new Promise((resolve, reject) => {
      const sent = request({ hostname, port, path, method, headers, agent: this.agent }, (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('end', () => resolve([answer.statusCode, Buffer.concat(parts).toString()]));
        answer.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(text);
    });
  }
}

const household = (number) => ({
  type_demande: 'premier_acces',
  numero_unique: `07${String(number).padStart(16, '0')}`,
  personnes_14_ans_et_plus: 2,
  enfants_moins_14_ans: 1,
  ressources_annuelles: '14000',
  dalo: 'N',
});

/** Nine commands: declaration, orientation, three designations, commission, offer, acceptance, lease. */
async function runOne(client, number) {
  const { vacancy } = await client.post('/api/vacancies', {
    reference_logement: `B-${number}`,
    code_residence: `R${number % RESIDENCES}`,
    date_liberation: TODAY,
    motif_liberation: 'depart',
    typologie: 'T3',
  });
  const to = (path) => `/api/vacancies/${vacancy}${path}`;
  await client.post(to('/orientation'), { code_reservataire: 'AL' });
  const candidates = [];
  for (let index = 0; index < 3; index += 1)
    candidates.push((await client.post(to('/candidates'), household(number * 3 + index))).candidate);
  await client.post(to('/commission'), {
    date_caleol: TODAY,
    decisions: candidates.map((candidate, index) => ({ candidate, decision: 'attribution_rang', rang: index + 1 })),
  });
  const [first] = candidates;
  await client.post(to(`/candidates/${first}/offer`), { date_notification: TODAY });
  await client.post(to(`/candidates/${first}/acceptance`), { date: TODAY });
  await client.post(to('/lease'), { numero_attribution: `B-${number}`, date_bail: TODAY });
}

async function main([url, token, seconds, first]) {
  const client = new Client(url, token);
  let number = Number(first);
  const begun = performance.now();
  const end = begun + Number(seconds) * 1_000;
  const work = async () => {
    while (performance.now() < end) await runOne(client, (number += 1));
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  const elapsed = (performance.now() - begun) / 1_000;
  const sorted = client.taken.sort((a, b) => a - b);
  const p99 = sorted[Math.floor(sorted.length * 0.99)];
  const commands = sorted.length;
  console.log(JSON.stringify({ commands, perSecond: commands / elapsed, p99, failed: client.failed, sent: number }));
  client.agent.destroy();
}

module.exports = { Client, household, runOne };

if (require.main === module)
  main(process.argv.slice(2)).catch((error) => {
    console.error(error);
    process.exitCode = 1;
  });
