import { readFileSync } from 'node:fs';
import { nearestByCode, nearestByName, plainName } from './nearest';

/** A commune of the Code officiel géographique, under one of its present or former codes. */
export interface OfficialCommune {
  readonly code: string;
  readonly name: string;
  /** The code of the present commune: itself, or the commune of which it is now a part. */
  readonly current: string;
  /** SIREN of the EPCI with its own taxation that the current commune belongs to. */
  readonly epci?: string;
  /** True for 99xxx, the codes of foreign countries. */
  readonly abroad?: true;
}

/** An EPCI with its own taxation. */
export interface OfficialEpci {
  readonly siren: string;
  readonly name: string;
  /** INSEE codes of its communes, in their order. */
  readonly communes: readonly string[];
}

interface CommuneEntry {
  readonly code: string;
  readonly nom: string;
  readonly type: 'commune-actuelle' | 'commune-deleguee' | 'commune-associee' | 'arrondissement-municipal';
  /** For a delegated or associated commune: the commune of which it is a part. */
  readonly chefLieu?: string;
  /** For a municipal arrondissement: its city. */
  readonly commune?: string;
  readonly anciensCodes?: readonly string[];
  /** Of a current commune. */
  readonly departement?: string;
  readonly population?: number;
}

/** A current commune, with what tells it from others of its name. */
export interface NamedCommune {
  readonly code: string;
  readonly name: string;
  /** Name of the département; undefined for a collectivity that has none. */
  readonly department: string | undefined;
}

interface DepartmentEntry {
  readonly code: string;
  readonly nom: string;
}

interface EpciEntry {
  readonly code: string;
  readonly nom: string;
  readonly membres: readonly { readonly code: string }[];
}

interface EpciIndex {
  readonly bySiren: ReadonlyMap<string, OfficialEpci>;
  readonly sirenByCommune: ReadonlyMap<string, string>;
}

const ABROAD = /^99\d{3}$/;

let communes: ReadonlyMap<string, OfficialCommune> | undefined;
let epcis: EpciIndex | undefined;
let homonyms: ReadonlyMap<string, readonly NamedCommune[]> | undefined;

/** The commune with that INSEE code: current, former (merged, delegated, associated) or municipal arrondissement; 99xxx is abroad. */
export function officialCommune(code: string): OfficialCommune | undefined {
  communes ??= loadCommunes();
  const known = communes.get(code);
  if (known) return known;
  return ABROAD.test(code) ? { code, name: 'Étranger', current: code, abroad: true } : undefined;
}

/** The commune that a wrong code or a name most likely means, in the same département where possible. The answer is always the same. */
export function nearestCommune(codeOrName: string): OfficialCommune | undefined {
  communes ??= loadCommunes();
  const text = codeOrName.trim().toUpperCase();
  if (text === '') return undefined;
  const digits = text.replace(/\s+/g, '');
  const code = /^\d[\dAB]?\d*$/.test(digits) ? nearestByCode(digits, communes) : nearestByName(text, communes);
  return code === undefined ? undefined : communes.get(code);
}

/** The current communes of that name where there are several, the largest first; none where one commune bears it, or no one. */
export function homonymCommunes(name: string): readonly NamedCommune[] {
  homonyms ??= loadHomonyms();
  return homonyms.get(plainName(name)) ?? [];
}

/** The EPCI with that SIREN. */
export function officialEpci(siren: string): OfficialEpci | undefined {
  epcis ??= loadEpcis();
  return epcis.bySiren.get(siren);
}

function loadCommunes(): ReadonlyMap<string, OfficialCommune> {
  const { sirenByCommune } = (epcis ??= loadEpcis());
  const entries = readData<CommuneEntry>('communes');
  const byCode = new Map<string, OfficialCommune>();
  const add = (code: string, name: string, current: string): void => {
    if (byCode.has(code)) return;
    const epci = sirenByCommune.get(current);
    byCode.set(code, epci === undefined ? { code, name, current } : { code, name, current, epci });
  };
  // A code may belong both to a present commune and to a delegated commune: the present commune wins.
  for (const entry of entries) if (entry.type === 'commune-actuelle') add(entry.code, entry.nom, entry.code);
  for (const entry of entries) add(entry.code, entry.nom, entry.chefLieu ?? entry.commune ?? entry.code);
  for (const entry of entries) for (const former of entry.anciensCodes ?? []) add(former, entry.nom, entry.code);
  return byCode;
}

function loadHomonyms(): ReadonlyMap<string, readonly NamedCommune[]> {
  const departments = new Map(readData<DepartmentEntry>('departements').map(({ code, nom }) => [code, nom]));
  const byName = new Map<string, CommuneEntry[]>();
  for (const entry of readData<CommuneEntry>('communes')) {
    if (entry.type !== 'commune-actuelle') continue;
    const name = plainName(entry.nom);
    const others = byName.get(name);
    if (others) others.push(entry);
    else byName.set(name, [entry]);
  }
  const several = [...byName].filter(([, entries]) => entries.length > 1);
  return new Map(several.map(([name, entries]) => [name, largestFirst(entries).map(namedCommune)]));

  function namedCommune({ code, nom: name, departement }: CommuneEntry): NamedCommune {
    return { code, name, department: departments.get(departement ?? '') };
  }
}

function largestFirst(entries: readonly CommuneEntry[]): readonly CommuneEntry[] {
  return [...entries].sort((a, b) => (b.population ?? 0) - (a.population ?? 0) || (a.code < b.code ? -1 : 1));
}

function loadEpcis(): EpciIndex {
  const bySiren = new Map<string, OfficialEpci>();
  const sirenByCommune = new Map<string, string>();
  for (const { code: siren, nom: name, membres } of readData<EpciEntry>('epci')) {
    const members = membres.map((member) => member.code).sort();
    bySiren.set(siren, { siren, name, communes: members });
    for (const member of members) sirenByCommune.set(member, siren);
  }
  return { bySiren, sirenByCommune };
}

/** Read with `readFileSync`, not `require`: the module cache would keep megabytes of data that are hardly used. */
function readData<Entry>(name: string): readonly Entry[] {
  const path = require.resolve(`@etalab/decoupage-administratif/data/${name}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as Entry[];
}
