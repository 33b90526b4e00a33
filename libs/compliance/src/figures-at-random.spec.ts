import fc from 'fast-check';
import { EVERYTHING, INSTALLATION_ADMINISTRATOR } from '#access';
import { START, type RecordedEvent } from '#event-store';
import { temporaryEventStore } from '#event-store/testing';
import { addDays, isRefusal, type Instant } from '#kernel';
import { applyEvents, TestBatch } from '#processing/testing';
import type { ReadModel } from '#read-store';
import { temporaryReadStore } from '#read-store/testing';
import { TestClock } from '#territory/testing';
import { REPORT_SCOPES } from './figures/figure';
import { COMPLIANCE_MODEL } from './projections/model';
import { ComplianceReports } from './report';
import type { ComplianceReport } from './report/compliance-report';
import {
  recordRandom,
  beginTerritory,
  FIRST_DAY,
  History,
  naiveFigures,
  RANDOM_PUBLICS,
  SPAN,
  type RandomEvent,
} from './testing';
import { complianceProjection } from './projections/compliance-projection';

const RUNS = process.env['MIXITE_LONG_TESTS'] ? 500 : 25;
const randomEvents = fc.array(fc.tuple(fc.nat(12), fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99)), {
  minLength: 10,
  maxLength: 60,
  size: 'max',
});

async function recorded(history: History, from: readonly RandomEvent[]): Promise<readonly RecordedEvent[]> {
  await beginTerritory(history);
  for (const event of from) await recordRandom(history, event);
  return history.all();
}

function nonZero(report: ComplianceReport): Record<string, [number, number]> {
  const figures = report.figures.filter((figure) => figure.denominator > 0);
  return Object.fromEntries(
    figures.map(({ code, scope, numerator, denominator }) => [`${code} ${scope.id}`, [numerator, denominator]]),
  );
}

async function everyDocument(model: ReadModel): Promise<unknown[]> {
  const documents: unknown[] = [];
  for (const { name } of COMPLIANCE_MODEL.collections) {
    const page = await model.find({ collection: name, scope: EVERYTHING, limit: 100_000 });
    documents.push(...page.documents.map((document) => ({ name, ...document })));
  }
  return documents;
}

async function withStores<T>(
  work: (history: History, stores: ReturnType<typeof temporaryReadStore>) => Promise<T>,
): Promise<T> {
  const clock = new TestClock();
  const events = temporaryEventStore({ clock });
  const read = temporaryReadStore();
  try {
    return await work(new History(events.store, clock), read);
  } finally {
    await events.destroy();
    await read.destroy();
  }
}

describe('over random histories', () => {
  it('live counters, counts as of an instant and a naive sum agree', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomEvents,
        fc.nat(SPAN),
        fc.nat(SPAN),
        fc.nat(1_000),
        async (drawn, start, length, moment) => {
          await withStores(async (history, { store }) => {
            const events = await recorded(history, drawn);
            await applyEvents(complianceProjection, await store.active(COMPLIANCE_MODEL), events, {
              batchSize: 1 + (moment % 17),
            });
            const declared = { sectors: [], publics: RANDOM_PUBLICS };
            const sources = { events: history.events, readStore: store, declared: () => Promise.resolve(declared) };
            const reports = new ComplianceReports(sources);
            const past = events.slice(0, 1 + (moment % events.length));
            const [from, to] = [addDays(FIRST_DAY, start), addDays(FIRST_DAY, start + length)];
            const figures = async (scope: (typeof REPORT_SCOPES)[number], asOf?: Instant): Promise<unknown> => {
              const report = await reports.report(
                { from, to, scope, ...(asOf ? { asOf } : {}) },
                INSTALLATION_ADMINISTRATOR,
              );
              return isRefusal(report) ? report : nonZero(report);
            };
            for (const scope of REPORT_SCOPES) {
              const expected = naiveFigures(events, scope, from, to);
              expect(await figures(scope)).toEqual(expected);
              expect(await figures(scope, events.at(-1)!.metadata.recordedAt)).toEqual(expected);
              expect(await figures(scope, past.at(-1)!.metadata.recordedAt)).toEqual(
                naiveFigures(past, scope, from, to),
              );
            }
          });
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('a crash in the middle of any commit, then the same events again, leave the same documents', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomEvents,
        fc.array(fc.tuple(fc.nat(20), fc.nat(7)), { minLength: 1, maxLength: 8 }),
        async (drawn, crashes) => {
          await withStores(async (history, { store }) => {
            const events = await recorded(history, drawn);
            const straight = await store.active(COMPLIANCE_MODEL);
            await applyEvents(complianceProjection, straight, events);
            const crashed = await store.beside(COMPLIANCE_MODEL);
            for (const [size, survivor] of crashes)
              await applyAndCrash(crashed, events, size, (index) => index % 8 <= survivor);
            await applyEvents(complianceProjection, crashed, await after(crashed, events), { batchSize: 7 });
            expect(await everyDocument(crashed)).toEqual(await everyDocument(straight));
          });
        },
      ),
      { numRuns: RUNS },
    );
  });

  it('events delivered twice to the same run leave the same documents', async () => {
    await fc.assert(
      fc.asyncProperty(randomEvents, fc.nat(30), async (drawn, again) => {
        await withStores(async (history, { store }) => {
          const events = await recorded(history, drawn);
          const straight = await store.active(COMPLIANCE_MODEL);
          await applyEvents(complianceProjection, straight, events);
          const repeated = await store.beside(COMPLIANCE_MODEL);
          const middle = Math.max(0, events.length - 2 - again);
          await applyEvents(
            complianceProjection,
            repeated,
            [...events.slice(0, events.length - 2), ...events.slice(middle)],
            {
              batchSize: 5,
            },
          );
          expect(await everyDocument(repeated)).toEqual(await everyDocument(straight));
        });
      }),
      { numRuns: RUNS },
    );
  });
});

async function after(model: ReadModel, events: readonly RecordedEvent[]): Promise<readonly RecordedEvent[]> {
  const position = (await model.checkpoint())?.position ?? START;
  return events.filter((event) => event.position > position);
}

/** Commits one batch, then stores a part of the next one and stops. */
async function applyAndCrash(
  model: ReadModel,
  events: readonly RecordedEvent[],
  size: number,
  survives: (index: number) => boolean,
): Promise<void> {
  await applyEvents(complianceProjection, model, (await after(model, events)).slice(0, 3));
  const run = complianceProjection.start(model);
  const batch = new TestBatch(model);
  for (const event of (await after(model, events)).slice(0, size)) {
    await run.apply(event, batch);
    await batch.settle();
  }
  await batch.crash(survives);
}
