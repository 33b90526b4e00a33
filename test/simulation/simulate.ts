import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { dayOf, plus } from './calendar';
import { holdFigures, leaseRows } from './figures';
import { holdRules } from './rules/all';
import { BrokenRule, History, Rules } from './rules/history';
import type { Settings } from './settings';
import { Desk, type Entry, type Officer } from './world/desk';
import { Random } from './world/random';
import { mixite, Service } from './world/service';
import {
  HOLDERS,
  LISTING_LANDLORD,
  RESIDENCES,
  territoryFiles,
  type Files,
  type NamedDwelling,
} from './world/territory';
import { endAll, liveYear } from './year/live';
import type { ShownDuty, ShownVacancy } from './year/shown';
import { Town } from './year/town';

/** What one run did and looked at. */
export interface Outcome {
  readonly settings: Settings;
  readonly crashes: number;
  readonly vacancies: number;
  readonly leases: number;
  readonly events: number;
  /** How often each command was answered with each code; `done` where it was written. */
  readonly commands: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly rules: ReadonlyMap<string, number>;
}

/**
 * Lives a year of a territory over HTTP with a service that is killed in the middle, then holds its history to every rule of process.md.
 * @throws BrokenRule at the first rule that does not hold
 */
export async function simulate(settings: Settings, say: (line: string) => void): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'mixite-simulation-'));
  let [service, isKept]: [Service | undefined, boolean] = [undefined, false];
  try {
    const random = new Random(settings.seed);
    const named = namedDwellings(settings.vacancies, random.fork(-1));
    const files = territoryFiles(settings.year, [...named.values()]);
    const token = (await mixite('token', '--role', 'administrateur', '--data', folder)).trim();
    service = await Service.on(folder);
    const desk = new Desk(service);
    const town = new Town(settings, dayOf(new Date().toISOString()), random, desk, service, named);
    await openTown(town, files, { id: '', token, role: 'administrateur', codes: [] });
    say('the year begins');
    await liveYear(town);
    await quiet(town);
    const shown = await showAll(town);
    say(
      `${shown.length} vacancies, ${desk.journal.length} requests, ${service.crashes} crashes; what is open is ended`,
    );
    await endAll(town, shown);
    await quiet(town);
    const ended = await showAll(town);
    const { duties } = await desk.read<{ readonly duties: readonly ShownDuty[] }>(town.officer('auditeur'), '/duties');
    await service.stop();
    say('the history is read');
    const history = await exported(folder);
    const rules = new Rules();
    const known = { listedFrom: `${settings.year}-01-01`, officers: town.officersById };
    const vacancies = holdRules({ desk, history, left: shown, ended, duties }, known, rules);
    await mixite('audit', 'verify', '--data', folder);
    say('the same year is imported as files');
    const rows = leaseRows(town, history, vacancies);
    await holdFigures(town, files, rows, rules);
    return {
      settings,
      crashes: service.crashes,
      vacancies: vacancies.size,
      leases: rows.length,
      events: history.events.length,
      commands: countsOf(desk.journal),
      rules: rules.counts,
    };
  } catch (error) {
    isKept = error instanceof BrokenRule;
    if (isKept) say(`the data folder is kept: ${folder}`);
    throw error;
  } finally {
    await service?.stop();
    if (!isKept) rmSync(folder, { recursive: true, force: true });
  }
}

/** Some dwellings are new, and a file says whose their first letting is. */
function namedDwellings(vacancies: number, random: Random): ReadonlyMap<number, NamedDwelling> {
  const named = new Map<number, NamedDwelling>();
  for (let number = 5; number <= vacancies; number += 11) {
    const residence = random.pick(RESIDENCES);
    const possible = HOLDERS.filter(
      ({ commune, contingent }) => (commune === null || commune === residence.commune) && contingent !== 'bailleur',
    );
    const [typology, financing] = [random.pick(['T2', 'T3', 'T4']), random.pick(['PLAI', 'PLUS'])];
    const cells = { typology, financing, surface: String(random.between(30, 90)), holder: random.pick(possible).code };
    named.set(number, { reference: `NEUF-${number}`, residence: residence.code, ...cells });
  }
  return named;
}

async function openTown(town: Town, files: Files, administrator: Officer): Promise<void> {
  const { desk, settings } = town;
  const status = await desk.import(administrator, files);
  if (status !== 200) throw new Error('the reference files are refused');
  await town.issueTokens(administrator);
  const listed = { landlord: LISTING_LANDLORD, on: `${settings.year}-01-01` };
  await desk.command(administrator, 'list', '/fragility/lists', listed);
  await town.setCommission(true, plus(town.today, -1));
}

interface Followed {
  readonly lagEvents: number;
  readonly due: number;
}

/** Waits until the process managers have nothing left to do. */
async function quiet(town: Town): Promise<void> {
  for (;;) {
    const health = '/health';
    const { processManagers } = await town.desk.read<{ readonly processManagers: readonly Followed[] }>(
      town.officer('administrateur'),
      health,
    );
    if (processManagers.every(({ lagEvents, due }) => lagEvents === 0 && due === 0)) return;
    await wait(100);
  }
}

async function showAll(town: Town): Promise<readonly ShownVacancy[]> {
  const ids = town.desk.journal
    .filter(({ verb, done }) => verb === 'declaration' && done)
    .map(({ vacancy }) => vacancy!);
  const shown: ShownVacancy[] = [];
  for (const id of ids) shown.push(await town.desk.read<ShownVacancy>(town.officer('auditeur'), `/vacancies/${id}`));
  return shown;
}

async function exported(folder: string): Promise<History> {
  const file = join(folder, 'history.jsonl');
  await mixite('history', 'export', file, '--data', folder);
  return History.read(file);
}

function countsOf(journal: readonly Entry[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { verb, code, status } of journal) {
    const ofVerb = counts.get(verb) ?? new Map<string, number>();
    const outcome = code ?? (status === 201 ? 'done' : String(status));
    counts.set(verb, ofVerb.set(outcome, (ofVerb.get(outcome) ?? 0) + 1));
  }
  return counts;
}
