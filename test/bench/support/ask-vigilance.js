/**
 * Designates one household, then asks for its vigilance again and again, eight at once. Prints the p99 in milliseconds. Arguments: URL,
 * token (`-` for none), number of questions.
 */
const { Client, household } = require('./run-processes');

const AT_ONCE = 8;

async function main([url, token, words]) {
  const client = new Client(url, token);
  const today = new Date().toISOString().slice(0, 10);
  const { vacancy } = await client.post('/api/vacancies', {
    reference_logement: `V-${Date.now()}`,
    code_residence: 'R4',
    date_liberation: today,
    motif_liberation: 'depart',
    typologie: 'T3',
  });
  await client.post(`/api/vacancies/${vacancy}/orientation`, { code_reservataire: 'AL' });
  const { candidate } = await client.post(`/api/vacancies/${vacancy}/candidates`, household(Date.now()));
  const path = `/api/vacancies/${vacancy}/vigilance?candidate=${candidate}`;
  const taken = [];
  const ask = async (count) => {
    for (let asked = 0; asked < count; asked += 1) {
      const begun = performance.now();
      const [status, answer] = await client.send('GET', path);
      taken.push(performance.now() - begun);
      if (status !== 200) throw new Error(`${status} ${answer}`);
    }
  };
  // The first question reads the counts of the year.
  await ask(1);
  taken.length = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, () => ask(Number(words) / AT_ONCE)));
  const sorted = taken.sort((a, b) => a - b);
  console.log(JSON.stringify({ p99: sorted[Math.floor(sorted.length * 0.99)] }));
  client.agent.destroy();
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
