import { EVERYTHING, limitedTo, type Actor } from '#access';
import { readerOf as actorUnder } from '#access/testing';
import { isRefusal, refuse, instantOf, type Refusal } from '#kernel';
import type { NamedListReads } from '#readings';
import { HOLDERS, idOf, LANDLORD, STORY } from '../../testing';
import { onPaper, REFERENCE } from '../testing/papers';
import { DEFAULT_WORDING } from './default-wording';
import { LettersReader, type LettersSources } from './letters-reader';

const NUMBER = '078000000000000001';
const EVERYWHERE: Actor = { id: 'agent', role: 'administrateur', scope: EVERYTHING };

/** A reader of one vacancy, decided: Martin is the first, Nguyen is refused. */
function readerOf({ isErased = false, refusal }: { isErased?: boolean; refusal?: Refusal } = {}) {
  const paper = onPaper(STORY.decided);
  const record = jest.fn<ReturnType<NamedListReads['record']>, Parameters<NamedListReads['record']>>(
    async () => refusal,
  );
  const opened = { events: [], sealedOf: async () => (isErased ? undefined : { householdNumber: NUMBER }) };
  const residence = {
    landlord: LANDLORD,
    otherLandlords: [],
    commune: '1',
    isInDistrict: false,
    hasQpvCommission: false,
  };
  const sources = {
    stores: { clock: { now: () => instantOf(Date.parse('2026-03-20T09:00:00Z')) } },
    reference: { ...REFERENCE, timeZone: 'Europe/Paris' },
    papers: { see: async () => ({ paper, opened, places: { residence, holderOf: REFERENCE.holder } }) },
    templates: { on: async (code: keyof typeof DEFAULT_WORDING) => DEFAULT_WORDING[code] },
    reads: { record },
  } as unknown as LettersSources;
  return { reader: new LettersReader(sources), record, vacancy: paper.id };
}

describe('the reader of letters', () => {
  it('records the reading of the household, then shows the letter', async () => {
    const { reader, record, vacancy } = readerOf();
    const letter = await reader.refusal({ vacancy, candidate: idOf('nguyen') }, { actor: EVERYWHERE });
    expect(letter).toMatchObject({ code: 'non_attribution', householdNumber: NUMBER });
    const filter = { kind: 'candidate', value: idOf('nguyen') };
    expect(record.mock.calls.map(([list, readings]) => [list, readings])).toEqual([
      ['refusal-letter', [{ household: 'household-nguyen', count: 1, filter, ids: [vacancy] }]],
    ]);
  });

  it('shows nothing where the reading cannot be recorded', async () => {
    const { reader, vacancy } = readerOf({ refusal: refuse('reading-not-recorded') });
    const letter = await reader.refusal({ vacancy, candidate: idOf('nguyen') }, { actor: EVERYWHERE });
    expect(letter).toMatchObject({ refused: true, code: 'reading-not-recorded' });
  });

  it('has no letter to a household that was erased, and records no reading of it', async () => {
    const { reader, record, vacancy } = readerOf({ isErased: true });
    const letter = await reader.refusal({ vacancy, candidate: idOf('nguyen') }, { actor: EVERYWHERE });
    expect(letter).toMatchObject({ refused: true, code: 'household-erased' });
    expect(record).not.toHaveBeenCalled();
  });

  it.each([
    ['the landlord', limitedTo({ landlord: [LANDLORD] }), undefined],
    ['another landlord', limitedTo({ landlord: ['B99'] }), 'scope-not-allowed'],
    ['the holder', limitedTo({ holder: [HOLDERS.town] }), 'not-allowed'],
  ])('writes for %s', async (_, scope, code) => {
    const { reader, record, vacancy } = readerOf();
    const actor = actorUnder(scope);
    const letter = await reader.refusal({ vacancy, candidate: idOf('nguyen') }, { actor });
    expect(isRefusal(letter) ? letter.code : undefined).toBe(code);
    expect(record).toHaveBeenCalledTimes(code === undefined ? 1 : 0);
  });
});
