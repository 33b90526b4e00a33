import { once } from 'node:events';
import { CodedError } from '#kernel';
import { ProcessSetting, temporaryStores } from '../testing/process-setting';
import { candidateEvent } from '../testing/sample-process';
import type { SystemCommand } from './command-sender';

const BACKLOG = 150;

let setting: ProcessSetting;
beforeEach(async () => {
  setting = await ProcessSetting.open(temporaryStores());
  const offers = Array.from({ length: BACKLOG }, (_, at) =>
    candidateEvent('OfferMade', { candidate: `C${at}`, lastDay: '2020-01-31' }),
  );
  await setting.record(...offers);
});
afterEach(() => setting.destroy());

it('a process that stops ends the command under way, even one that waits, and leaves the backlog to the next process', async () => {
  const sent: SystemCommand[] = [];
  const sending = new Promise<void>((begun) => {
    setting.sender = () => ({
      async send(command) {
        sent.push(command);
        begun();
        await once(command.signal, 'abort');
        throw new CodedError('projection-stopped', 'no answer will come');
      },
    });
  });
  const { end } = setting.run();
  await sending;
  const begun = performance.now();
  await end();
  expect(performance.now() - begun).toBeLessThan(1_000);
  expect(sent).toHaveLength(1);
  const left = await (await setting.effectDocuments()).count('timer');
  expect(left).toBe(BACKLOG);
});
