import * as fc from 'fast-check';
import { naiveObjectives } from '../naive/objectives';
import { objectivesOn } from '../naive/written-convention';
import { conventionHistory, type ConventionHistory } from './conventions';
import { shifted } from './days';
import { knownBy } from './objectives-agreement';

/** A fixed sample, so that the counts do not change from one run to the next. */
const SAMPLE = { seed: 2025, numRuns: 150 };

it('test every hard case, each in enough of the runs', () => {
  const counts = new Map<string, number>();
  for (const of of fc.sample(conventionHistory, SAMPLE))
    for (const trait of traitsOf(of)) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  const rare = HARD_CASES.filter((trait) => (counts.get(trait) ?? 0) * 100 < 10 * SAMPLE.numRuns);
  expect(rare.map((trait) => `${trait}: ${counts.get(trait) ?? 0}`)).toEqual([]);
});

const SCOPES = ['epci', 'commune', 'secteur', 'bailleur', 'reservataire', 'contingent', 'qpv', 'residence'];
const OPERATORS = ['min', 'max', 'equal', 'tendTo', 'zero', 'monitor'];
const HARD_CASES = [
  ...SCOPES.map((kind) => `scope ${kind}`),
  ...OPERATORS.map((operator) => `operator ${operator}`),
  ...['figure of two quartiles', 'figure of a public', 'an actor', 'overlapping objectives'],
  ...['a prefect’s share', 'a share of another than the prefect’s'],
  ...['begins on the last day', 'ends on the last day', 'begins on the morrow', 'ended on the eve', 'changes within'],
  ...['no first day of its own', 'an amendment replaces', 'an amendment adds', 'an amendment removes', 'comes late'],
  ...['met', 'missed', 'nothing counted', 'nothing missing', 'some missing', 'never reached'],
  ...['up', 'down', 'same'],
];

function traitsOf(of: ConventionHistory): Set<string> {
  const traits = new Set<string>();
  const known = knownBy(of, of.imports.length - 1);
  for (const { from, to } of of.periods) {
    const inForce = objectivesOn(known.conventions, to);
    const codes = (day: string) => JSON.stringify(objectivesOn(known.conventions, day));
    for (const { portee, operateur, figure, acteur, date_debut, date_fin } of inForce) {
      traits.add(`scope ${portee.type}`).add(`operator ${operateur}`);
      if (figure.startsWith('Q12_')) traits.add('figure of two quartiles');
      if (figure.startsWith('PUBLIC_')) traits.add('figure of a public');
      if (acteur) traits.add('an actor');
      if (figure === 'Q1_REHOUSED_OUTSIDE_QPV' && portee.type === 'bailleur' && operateur === 'min')
        traits.add(acteur ? 'a share of another than the prefect’s' : 'a prefect’s share');
      if (date_debut === to) traits.add('begins on the last day');
      if (date_fin === to) traits.add('ends on the last day');
    }
    const aims = inForce.map(({ figure, portee, acteur }) => `${figure} ${portee.type} ${acteur ? 'actor' : ''}`);
    if (new Set(aims).size < aims.length) traits.add('overlapping objectives');
    if (codes(from) !== codes(to)) traits.add('changes within');
    for (const line of naiveObjectives(known, { from, to })) {
      traits
        .add(line.status ?? (line.denominator === 0 ? 'nothing counted' : 'not judged'))
        .add(line.trend ?? 'no trend');
      if (line.status === 'met') traits.add('nothing missing');
      if (line.status === 'missed') traits.add(line.missing === null ? 'never reached' : 'some missing');
    }
    for (const { date_debut, date_fin } of of.conventions[0]!.objectifs) {
      if (!date_debut) traits.add('no first day of its own');
      if (date_debut === shifted(to, 1)) traits.add('begins on the morrow');
      if (date_fin === shifted(to, -1)) traits.add('ended on the eve');
    }
  }
  traitsOfAmendments(of, traits);
  return traits;
}

function traitsOfAmendments({ conventions }: ConventionHistory, traits: Set<string>): void {
  if (conventions.slice(1).some((each) => each !== undefined)) traits.add('comes late');
  const last = conventions.filter((each) => each !== undefined).at(-1)!;
  const base = new Set(last.objectifs.map(({ code }) => code));
  for (const { objectifs = [], objectifs_retires: removed = [] } of last.avenants ?? []) {
    if (removed.length > 0) traits.add('an amendment removes');
    for (const { code } of objectifs) traits.add(base.has(code) ? 'an amendment replaces' : 'an amendment adds');
  }
}
