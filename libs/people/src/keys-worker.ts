import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { failureOf, type Answered } from '#sqlite';
import { openKeysDatabase } from './keys-database';
import { KeysWriter } from './keys-writer';
import { receivedAdditions, type SentAdditions } from './sent-additions';

/** The additions of sessions, answered with whether each was written; or the end of the thread. */
export type KeysMessage = readonly SentAdditions[] | 'close';

function work(port: MessagePort, file: string): void {
  const database = openKeysDatabase(file);
  const writer = new KeysWriter(database);
  port.on('message', (message: KeysMessage) => {
    if (message === 'close') {
      database.close();
      port.close();
      return;
    }
    let answered: Answered<readonly boolean[]>;
    try {
      answered = { answer: writer.write(message.map(receivedAdditions)) };
    } catch (error) {
      answered = { failure: failureOf(error) };
    }
    port.postMessage(answered);
  });
}

if (parentPort) work(parentPort, workerData as string);
