import type { Letterhead } from '#convention';
import type { Position } from '#event-store';
import { instantOf, type Uuid } from '#kernel';
import type { VacancyEvent } from '../../events';
import { COMMUNE, HOLDERS, vacancyAfter } from '../../testing';
import type { PaperReference, VacancyOnPaper } from '../shown-dwelling';

/* The places and the names of the stories, for papers. */

const NAMES: Readonly<Record<string, string>> = {
  CEDRES: 'Les Cèdres',
  [COMMUNE]: 'Trappes',
  B01: 'Bailleur 1',
  QP1: 'Le Quartier',
};

/** Les Cèdres is in a QPV, noted 4, and on its landlord's list. */
export const REFERENCE: PaperReference = {
  nameOf: (_kind, code) => NAMES[code] ?? code,
  residence: () => ({ commune: COMMUNE }),
  holder: (code) =>
    code === HOLDERS.town ? { code, name: 'Ville de Trappes', contingent: 'commune', commune: COMMUNE } : undefined,
  districtsOn: () => ['QP1'],
  noteOn: () => 4,
  isListedOn: () => true,
};

/** The vacancy of these events, recorded one minute after the other. */
export function onPaper(events: readonly VacancyEvent[]): VacancyOnPaper {
  const first = Date.parse('2026-03-19T09:00:00Z');
  const recorded = events.map((event, at) => ({ ...event, recordedAt: instantOf(first + at * 60_000) }));
  return { id: 'vacancy-1' as Uuid, vacancy: vacancyAfter(events), events: recorded };
}

export const LETTERHEAD: Letterhead = {
  territory: { id: 'epci', label: 'Territoire d’essai', timeZone: 'Europe/Paris' },
  siren: null,
  convention: 'Convention d’essai',
  publics: [],
  motives: [],
};

export const AS_OF = { asOf: instantOf(Date.parse('2026-03-19T10:00:00Z')), position: '0000000000000042' as Position };
