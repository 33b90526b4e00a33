import { hundredths } from './csv';
import type { Dwelling } from './dwellings';
import { holders } from './holders';
import type { NoteRow } from './notes';
import type { OwnerChange } from './owner-changes';
import type { Residence } from './residences';
import { COMMUNES } from './sqy/communes';
import type { District } from './sqy/districts';
import { LANDLORDS } from './sqy/landlords';

/** The convention does not say which communes are in deficit, so the cell is empty: unknown. */
export function communeRows() {
  return COMMUNES.map(({ code, name }) => ({ code_insee: code, nom: name, deficitaire_sru: '' }));
}

export function landlordRows() {
  return LANDLORDS.map(({ code, name }) => ({ code_bailleur: code, nom: name }));
}

export function holderRows() {
  return holders().map(({ code, name, contingent, commune }) => ({
    code_reservataire: code,
    nom: name,
    contingent,
    code_insee: commune,
  }));
}

export function districtRow({ code, name, commune, firstDay, lastDay }: District) {
  return { code_qpv: code, nom: name, code_insee: commune, date_debut: firstDay, date_fin: lastDay };
}

/** `districts` are the QPV of the residence that are known. */
export function residenceRow(residence: Residence, districts: readonly string[] = residence.districts) {
  return {
    code_residence: residence.code,
    nom: residence.name,
    code_insee: residence.commune,
    code_bailleur: residence.landlord,
    code_qpv: districts.join('|'),
    logements: residence.dwellings,
    date_mise_en_service: residence.openedOn,
  };
}

export function ownershipRow({ residence, from, landlord }: OwnerChange) {
  return { code_residence: residence, date_debut: from, code_bailleur: landlord };
}

export function noteRow(row: NoteRow, from: string) {
  return {
    code_residence: row.residence,
    date_effet: from,
    note_statistique: row.statistical,
    note_commune: row.commune,
    note_bailleur: row.landlord,
    note_finale: row.final,
    motif_consensus: row.consensus,
  };
}

export function dwellingRow(dwelling: Dwelling) {
  return {
    reference_logement: dwelling.reference,
    code_residence: dwelling.residence.code,
    typologie: dwelling.type,
    financement: dwelling.financing,
    surface: hundredths(dwelling.surface),
    loyer: hundredths(dwelling.rent),
    charges: hundredths(dwelling.charges),
    annee_construction: dwelling.residence.openedOn.slice(0, 4),
  };
}
