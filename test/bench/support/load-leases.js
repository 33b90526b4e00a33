/**
 * Sends different leases for some seconds, and prints the measurements of autocannon. Arguments: URL, seconds, first
 * number.
 */
const autocannon = require('autocannon');
const { leaseBody } = require('../year-of-leases');

const CONNECTIONS = 64;

async function main([url, seconds, first]) {
  let number = Number(first);
  const setupRequest = (request) => ({ ...request, body: JSON.stringify(leaseBody((number += 1))) });
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    duration: Number(seconds),
    requests: [
      { method: 'POST', path: '/api/allocations', headers: { 'content-type': 'application/json' }, setupRequest },
    ],
  });
  const { latency, requests, non2xx, errors } = result;
  console.log(JSON.stringify({ perSecond: requests.average, p99: latency.p99, failed: non2xx + errors, sent: number }));
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
