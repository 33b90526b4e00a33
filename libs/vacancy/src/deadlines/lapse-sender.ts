import type { Installation } from '#installation';
import { isRefusal, type Refusal } from '#kernel';
import { sendingTo, type CommandSender, type SystemCommand } from '#processing';
import { UNKNOWN_HOUSEHOLD } from '../recording/household-affairs';
import { processReferenceOf } from '../recording/process-reference';
import { RecordedCircumstances } from '../recording/recorded-circumstances';
import { VacancyRecorder } from '../recording/vacancy-recorder';
import type { LapseOf } from './deadlines-process';

/** Sends the commands that record a lapse. They need no household's affairs. */
export function lapseSender({ pipelineStores }: Pick<Installation, 'pipelineStores'>): CommandSender {
  const households = { of: async () => UNKNOWN_HOUSEHOLD };
  const reference = processReferenceOf(pipelineStores.store);
  const recorder = new VacancyRecorder(
    pipelineStores,
    new RecordedCircumstances(pipelineStores, households, reference),
  );
  const send =
    (verb: 'offer lapses' | 'condition lapses') =>
    async ({ id: commandId, actor, correlation, at, data }: SystemCommand): Promise<Refusal | void> => {
      const { vacancy, candidate, lastDay } = data as unknown as LapseOf;
      const command = { vacancy, act: { verb, candidate, lastDay, at } };
      const answer = await recorder.send(command, { commandId, actor, correlation });
      if (isRefusal(answer)) return answer;
    };
  return sendingTo({ LapseOffer: send('offer lapses'), LapseCondition: send('condition lapses') });
}
