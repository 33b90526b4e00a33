#!/usr/bin/env node
'use strict';
/** `probe.js live|ready`: exit 0 where the process of this container says yes, 1 where it says no or nothing in time. */
const { get } = require('node:http');

const TIMEOUT_MS = 4_000;
const question = process.argv[2] === 'live' ? 'live' : 'ready';
const port = process.env.MIXITE_HEALTH_PORT || process.env.PORT || '3000';

const request = get({ host: '127.0.0.1', port, path: `/api/health/${question}`, timeout: TIMEOUT_MS }, (answer) => {
  answer.resume();
  process.exitCode = answer.statusCode === 200 ? 0 : 1;
});
request.on('timeout', () => request.destroy(new Error('no answer')));
request.on('error', () => (process.exitCode = 1));
