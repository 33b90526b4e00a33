import { ALLOCATION_STREAMS } from '#allocation';
import type { RecordedEvent } from '#event-store';
import type { JsonObject } from '#kernel';
import { SOURCES } from '../history/sources';
import { actOf } from './acts';
import { detailsOf, revisionOf, unnamed } from './details';
import { ALLOCATION, READING, SEALED_ALLOCATION, SEALED_READING } from './fields';
import { groundOf } from './ground';
import { actText, groundText } from './sentences';
import { composition, euros, formatted, list, percent, quartile, squareMetres, transfer, yesNo } from './values';

describe('the French words of an audit', () => {
  it.each([
    [1_845_050, euros, '18\u00a0450,50 €'],
    [41_230, euros, '412,30 €'],
    [5, euros, '0,05 €'],
    [123_456_700, euros, '1\u00a0234\u00a0567 €'],
    [6_250, squareMetres, '62,50 m²'],
    ['87.5', percent, '87,5 %'],
    [true, yesNo, 'oui'],
    [false, yesNo, 'non'],
    [true, transfer, 'mutation'],
    ['2-4', quartile, '2 à 4'],
    [['L-1', 'L-2'], list, 'L-1, L-2'],
    [[], list, 'aucun'],
    ['couple_enfants', composition, 'couple avec enfants'],
    [null, euros, 'inconnu'],
    [undefined, yesNo, 'inconnu'],
  ])('format %p', (value, format, words) => {
    expect(formatted(value, format)).toBe(words);
  });

  it('name every type of event that a source of a dossier may give', () => {
    const types = Object.values(SOURCES)
      .flat()
      .flatMap((source) => ('types' in source ? source.types : []));
    for (const type of ['ResidenceDeclared', 'ResidenceCorrected', ...ALLOCATION_STREAMS.types, ...types])
      expect({ type, named: !actOf(type).act.startsWith('Événement') }).toEqual({ type, named: true });
  });

  it('show an event without words by its type and its own fields', () => {
    expect(actOf('HouseholdErased').act).toBe('Événement « HouseholdErased »');
    expect(detailsOf({ reason: 'demande' }, actOf('HouseholdErased').fields, false)).toEqual([
      { label: 'reason', from: null, to: 'demande', sealed: false },
    ]);
  });

  it('leave the publics of a household out where names are hidden, recorded or corrected', () => {
    const facts = { residence: 'R1', publics: ['jeunes'] };
    expect(unnamed(facts, ALLOCATION)).toEqual({ residence: 'R1' });
    const changes = { residence: { from: 'R1', to: 'R2' }, publics: { from: [], to: ['jeunes'] } };
    expect(unnamed({ changes }, ALLOCATION)).toEqual({ changes: { residence: changes.residence } });
    expect(detailsOf(facts, ALLOCATION, false).map(({ label, to }) => `${label} : ${to}`)).toContain(
      'publics : jeunes',
    );
  });

  it('say which letter was read, and to whom it is written', () => {
    const [list] = detailsOf({ list: 'offer-letter', count: 1 }, READING, false);
    expect(list).toMatchObject({ label: 'liste', to: 'lettre de proposition d’un logement' });
    const [filter] = detailsOf({ filter: { kind: 'candidate', value: 'c-1' }, ids: [] }, SEALED_READING, true);
    expect(filter).toMatchObject({ label: 'recherche', to: 'candidat c-1', sealed: true });
  });

  it('list the recorded facts in a fixed order, and leave out unknown facts', () => {
    const data = { composition: null, residence: 'R1', signedOn: '2024-03-05', transfer: false };
    expect(detailsOf(data, ALLOCATION, false).map(({ label, to }) => `${label} : ${to}`)).toEqual([
      'date du bail : 2024-03-05',
      'résidence : R1',
      'type de demande : premier accès',
    ]);
  });

  it('show each change from old to new, also where the new value is unknown', () => {
    const changes = { income: { from: 1_800_000, to: null }, dalo: { from: false, to: true } };
    expect(detailsOf({ changes }, SEALED_ALLOCATION, true)).toEqual([
      { label: 'ressources annuelles', from: '18\u00a0000 €', to: 'inconnu', sealed: true },
      { label: 'DALO', from: 'non', to: 'oui', sealed: true },
    ]);
    expect(revisionOf({ from: null, to: '2-4', threshold: 2024 }, 'quartile', ALLOCATION)).toEqual([
      { label: 'quartile de ressources', from: 'inconnu', to: '2 à 4', sealed: false },
    ]);
  });

  it('name the ground of an event', () => {
    const of = (type: string, data: JsonObject, rowDigest?: string) =>
      groundOf(
        { type, data, metadata: { correlationId: 'c', causationId: 'd', rowDigest } } as RecordedEvent,
        'notes.csv',
      );
    expect(of('FragilityNoted', { consensus: 'Réunion' }, 'x')).toEqual({
      kind: 'import',
      correlationId: 'c',
      causationId: 'd',
      file: 'notes.csv',
      motive: 'Réunion',
    });
    expect(of('FragilityNoteCorrected', { changes: { consensus: { from: null, to: 'Accord' } } }, 'x').motive).toBe(
      'Accord',
    );
    expect(of('FragilityNoteCorrected', { changes: {} }, 'x').motive).toBeNull();
    const asked = of('FragilityNoted', { consensus: null });
    expect(asked).toMatchObject({ kind: 'request', file: null, motive: null });
    expect(groundText(asked)).toBe('demande c');
    expect(groundText(of('HomeWorkRevised', {}, 'x'))).toBe(
      'import c (notes.csv) ; motif : une commune a rejoint l’EPCI',
    );
  });

  it('describe an event in one line', () => {
    const details = detailsOf({ residence: 'R1', firstLetting: true }, ALLOCATION, false);
    expect(actText({ act: 'Bail signé', about: 'attribution 7', details, people: 'erased' })).toBe(
      'Bail signé, attribution 7 : résidence : R1 ; première mise en location : oui [données personnelles effacées]',
    );
    expect(actText({ act: 'Bail signé', about: 'attribution 7', details: [], people: 'none' })).toBe(
      'Bail signé, attribution 7',
    );
  });
});
