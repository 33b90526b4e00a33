import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { FIGURE_CODES } from '#compliance';
import type { JsonObject } from '#kernel';
import { aConventionFile, anAmendmentFile, anObjectiveFile, conventionText } from '../testing';
import { readConvention } from './read-convention';
import { conventionSchema } from './convention-shape';

const PUBLISHED = join(__dirname, '../../../../docs/schemas/convention.schema.json');
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
const validate = ajv.compile(conventionSchema(FIGURE_CODES));

const read = (file: JsonObject) =>
  readConvention(conventionText(file), { figures: FIGURE_CODES, reservedColumns: [] }).faults.length === 0;
const objective = (changes: JsonObject) => aConventionFile({ objectifs: [anObjectiveFile(changes)] });
const scale = (changes: JsonObject) =>
  aConventionFile({
    bareme_fragilite: {
      indicateurs: [
        { indicateur: 'mineurs', poids: 1, plus_fragile: 'haut', seuil_2: '30', seuil_3: '33,5', ...changes },
      ],
    },
  });

const GOOD: Readonly<Record<string, JsonObject>> = {
  small: aConventionFile(),
  'null for members that may be absent': aConventionFile({
    secteurs: null,
    publics: null,
    bareme_fragilite: null,
    delais: null,
    avenants: null,
  }),
  'days that are not known': aConventionFile({
    convention: { code: 'CIA', nom: 'Convention', date_adoption: null, date_debut: '2016-01-01' },
  }),
  'an unknown key': aConventionFile({ note: 'à relire' }),
  'the key `$schema` of editors': aConventionFile({ $schema: 'convention.schema.json' }),
  fraction: objective({ valeur: '1/3' }),
  'French day': objective({ date_debut: '28/01/2017' }),
  zero: objective({ operateur: 'zero', valeur: null }),
  monitor: objective({ operateur: 'monitor', valeur: undefined }),
  contingents: objective({ portee: { type: 'contingent', identifiants: ['etat'] } }),
  'the part of a contingent': objective({ portee: { type: 'contingent', identifiants: ['epci'], part: 'propre' } }),
  'a public': aConventionFile({
    publics: [{ code: 'seniors', nom: 'Seniors', colonne: 'plus_65', sensible: true }],
    objectifs: [anObjectiveFile({ figure: 'PUBLIC_SENIORS' })],
  }),
  scale: scale({}),
  'an empty scale': aConventionFile({ bareme_fragilite: {} }),
  amendment: aConventionFile({ avenants: [anAmendmentFile({ delais: {}, objectifs: [anObjectiveFile()] })] }),
};

const BAD: Readonly<Record<string, JsonObject>> = {
  'no territory': aConventionFile({ territoire: undefined }),
  'no objectives': aConventionFile({ objectifs: null }),
  'a number for a share': objective({ valeur: 0.25 }),
  'a decimal for a share': objective({ valeur: '0,25' }),
  'no value with min': objective({ valeur: null }),
  'a value with zero': objective({ operateur: 'zero' }),
  'a value with monitor': objective({ operateur: 'monitor' }),
  'an unknown figure': objective({ figure: 'Q9' }),
  'an unknown operator': objective({ operateur: 'au moins' }),
  'a part of another contingent': objective({
    portee: { type: 'contingent', identifiants: ['epci', 'etat'], part: 'propre' },
  }),
  'a part of a commune': objective({ portee: { type: 'commune', identifiants: ['epci'], part: 'propre' } }),
  'an unknown contingent': objective({ portee: { type: 'contingent', identifiants: ['ville'] } }),
  'ids of the territory': objective({ portee: { type: 'epci', identifiants: ['200058782'] } }),
  'no ids in a list of ids': objective({ portee: { type: 'bailleur', identifiants: [] } }),
  'an unknown key of a scope': objective({ portee: { type: 'bailleur', identifiant: ['L-1'] } }),
  'an unknown key of an actor': objective({ acteur: { type: 'bailleur', codes: ['L-1'] } }),
  'a scope with its type as a key': objective({ portee: { bailleur: ['L-1'] } }),
  'an actor of a kind that cannot act': objective({ acteur: { type: 'commune' } }),
  'blank source': objective({ source: ' ' }),
  'another date': objective({ date_fin: '1er mars 2025' }),
  'a code with a bar': objective({ code: 'A|B' }),
  'a column with a capital': aConventionFile({ publics: [{ code: 'seniors', nom: 'Seniors', colonne: 'Seniors' }] }),
  'yes for true': aConventionFile({ publics: [{ code: 'seniors', nom: 'Seniors', sensible: 'O' }] }),
  'a number for a band': scale({ seuil_2: 30 }),
  'an unknown indicator': scale({ indicateur: 'revenus' }),
  'a scale without indicators': aConventionFile({ bareme_fragilite: { logements_min: 11 } }),
  'half a day': aConventionFile({ delais: { reponse_offre_jours: 10.5 } }),
  'an amendment without its effect': aConventionFile({ avenants: [anAmendmentFile({ date_effet: undefined })] }),
};

/** Files that a schema cannot refuse: only the reader refuses them. */
const BEYOND: Readonly<Record<string, JsonObject>> = {
  'no calendar day': objective({ date_fin: '2025-02-30' }),
  'a code twice': aConventionFile({ objectifs: [anObjectiveFile(), anObjectiveFile()] }),
  'a share beyond 1': objective({ valeur: '4/3' }),
  'a SIREN of another key': aConventionFile({ territoire: { siren: '200058783', nom: 'Ici' } }),
};

describe('the JSON Schema of convention.json', () => {
  it.each(Object.entries(GOOD))('accepts, as the reader does, %s', (_, file) => {
    expect([validate(JSON.parse(JSON.stringify(file))), read(file)]).toEqual([true, true]);
  });

  it.each(Object.entries(BAD))('refuses, as the reader does, %s', (_, file) => {
    expect([validate(JSON.parse(JSON.stringify(file))), read(file)]).toEqual([false, false]);
  });

  it.each(Object.entries(BEYOND))('accepts, unlike the reader, %s', (_, file) => {
    expect([validate(JSON.parse(JSON.stringify(file))), read(file)]).toEqual([true, false]);
  });

  it('titles and explains every key, in French', () => {
    const keys: string[] = [];
    const walk = (schema: unknown): void => {
      if (typeof schema !== 'object' || schema === null) return;
      const { properties, if: _if, then: _then, else: _else, ...others } = schema as Record<string, unknown>;
      for (const [key, value] of Object.entries((properties ?? {}) as Record<string, JsonObject>)) {
        if (typeof value['title'] !== 'string' || typeof value['description'] !== 'string') keys.push(key);
        walk(value);
      }
      Object.values(others).forEach(walk);
    };
    walk(conventionSchema(FIGURE_CODES));
    expect(keys).toEqual([]);
  });

  it('is the one published in docs/schemas (MIXITE_WRITE_SCHEMA=1 writes the file again)', () => {
    const schema = conventionSchema(FIGURE_CODES);
    if (process.env['MIXITE_WRITE_SCHEMA'] === '1') writeFileSync(PUBLISHED, `${JSON.stringify(schema, null, 2)}\n`);
    expect(JSON.parse(readFileSync(PUBLISHED, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)));
  });
});
