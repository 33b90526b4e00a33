/* global document, location, URLSearchParams */
/**
 * The yardstick of the pages: `/page?call=…` fetches the calls of the API that it names, all at once, and writes each answer as a plain table;
 * `Autre` fetches the call named by `then`, and writes its rows instead of those of the last table. The API is that of the URL given, reached with the token given. Prints its URL.
 */
const fastify = require('fastify');

const [api, token] = process.argv.slice(2);
const app = fastify();
const page = `<!doctype html><html lang="fr"><title>Nue</title><main><button>Autre</button></main><script src="/script.js"></script></html>`;
app.get('/page', (_request, reply) => reply.type('text/html').send(page));
app.get('/script.js', (_request, reply) => reply.type('text/javascript').send(`(${inThePage})();`));
app.get('/api/*', async (request, reply) => {
  const answer = await fetch(`${api}${request.url}`, { headers: { authorization: `Bearer ${token}` } });
  return reply
    .code(answer.status)
    .type('application/json')
    .send(Buffer.from(await answer.arrayBuffer()));
});
app.listen({ host: '127.0.0.1', port: 0 }).then((url) => console.log(url));
process.once('SIGTERM', () => void app.close());

/** Sent to the browser as its text. */
function inThePage() {
  const asked = new URLSearchParams(location.search);
  const main = document.querySelector('main');
  const read = async (call) => (await fetch(call)).json();
  /** The longest list of an answer is what it is about. */
  const rowsOf = (answer) => {
    const lists = Object.values(answer).filter((value) => Array.isArray(value) && typeof value[0] === 'object');
    return lists.sort((one, other) => other.length - one.length)[0] ?? [answer];
  };
  const bodyOf = (answer) => {
    const body = document.createElement('tbody');
    for (const row of rowsOf(answer).slice(0, 200)) {
      const line = body.insertRow();
      for (const value of Object.values(row).slice(0, 12)) line.insertCell().textContent = String(value);
    }
    return body;
  };
  const show = (answer) => main.appendChild(document.createElement('table')).append(bodyOf(answer));
  void Promise.all(asked.getAll('call').map(read)).then((answers) => answers.forEach(show));
  document.querySelector('button').onclick = async () => {
    const answer = await read(asked.get('then'));
    main.querySelector('table:last-of-type tbody').replaceWith(bodyOf(answer));
  };
}
