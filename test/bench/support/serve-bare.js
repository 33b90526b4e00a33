/** The yardstick: bare Fastify, which reads the same bodies and answers with a small JSON. Prints its URL. */
const fastify = require('fastify');

const app = fastify();
app.post('/api/allocations', (request, reply) =>
  reply.code(201).send({ identifiant: request.body.numero_attribution, revision: 0 }),
);
app.post('/api/vacancies', (_request, reply) =>
  reply.code(201).send({ vacancy: 'v', status: 'declared', revision: 0 }),
);
app.post('/api/vacancies/:vacancy/*', (_request, reply) =>
  reply.code(201).send({ vacancy: 'v', candidate: 'c', status: 'decided', revision: 1 }),
);
app.listen({ host: '127.0.0.1', port: 0 }).then((url) => console.log(url));
process.once('SIGTERM', () => void app.close());
