import { officialCommune } from '#territory';
import { csv } from '../csv';
import { randomFrom } from '../random';
import { syntheticLeases } from './leases';
import { landlordCode, syntheticResidences, type SyntheticResidence } from './residences';
import { conventionOf, settingOf, type PackConvention, type YearSetting } from './setting';

/** One holder of each kind that every territory has. Each commune is a holder too. */
const HOLDERS = [
  ['RES-SYNTHETIQUE-ETAT', 'Réservataire synthétique, État', 'etat'],
  ['RES-SYNTHETIQUE-EPCI', 'Réservataire synthétique, intercommunalité', 'epci'],
  ['RES-SYNTHETIQUE-AL', 'Réservataire synthétique, Action Logement', 'action_logement'],
  ['RES-SYNTHETIQUE-BAILLEUR', 'Réservataire synthétique, bailleurs', 'bailleur'],
] as const;
/** The geography of 2015, for the QPV of a later year. */
const DISTRICTS_FROM = '2015-01-01';

/**
 * The synthetic year of a pack, as its `synthetic-year.json` describes it: file name → text in the published form, with
 * its convention. Only the communes are real; the names say that everything else is synthetic. The same seed gives the
 * same bytes.
 */
export function syntheticYear(pack: string, seed = 1): ReadonlyMap<string, string> {
  const random = randomFrom(seed);
  const [setting, convention] = [settingOf(pack), conventionOf(pack)];
  const residences = syntheticResidences(random, setting);
  const holders = holderRows(setting);
  const codes = holders.map((row) => row.code_reservataire);
  return new Map([
    ['convention.json', `${JSON.stringify(withSectors(convention, setting), null, 2)}\n`],
    ['communes.csv', csv(setting.communes.map(communeRow))],
    ...districtFiles(setting),
    ['bailleurs.csv', csv(landlordRows(setting))],
    ['reservataires.csv', csv(holders)],
    ['residences.csv', residencesCsv(residences)],
    ['attributions.csv', syntheticLeases(random, setting, convention, residences, codes)],
  ]);
}

/**
 * The convention of a pack has no sectors whose names are not published. The synthetic year adds its own sectors, with
 * names that say that they are synthetic.
 */
function withSectors(convention: PackConvention, { secteurs }: YearSetting): PackConvention {
  return secteurs.length === 0
    ? convention
    : { ...convention, secteurs: [...(convention.secteurs ?? []), ...secteurs] };
}

function communeRow(code: string) {
  return { code_insee: code, nom: officialCommune(code)!.name };
}

function districtFiles({ qpv }: YearSetting): [string, string][] {
  if (qpv.length === 0) return [];
  const rows = qpv.map(({ code, nom, code_insee }) => ({
    code_qpv: code,
    nom,
    code_insee,
    date_debut: DISTRICTS_FROM,
  }));
  return [['qpv.csv', csv(rows)]];
}

function landlordRows({ bailleurs }: YearSetting) {
  return Array.from({ length: bailleurs }, (_, index) => ({
    code_bailleur: landlordCode(index),
    nom: `Bailleur synthétique ${index + 1}`,
  }));
}

function holderRows({ communes }: YearSetting) {
  return [
    ...HOLDERS.map(([code, name, contingent]) => ({
      code_reservataire: code as string,
      nom: name as string,
      contingent: contingent as string,
      code_insee: '',
    })),
    ...communes.map((commune) => ({
      code_reservataire: `RES-SYNTHETIQUE-${commune}`,
      nom: `Réservataire synthétique, ${officialCommune(commune)!.name}`,
      contingent: 'commune',
      code_insee: commune,
    })),
  ];
}

function residencesCsv(residences: readonly SyntheticResidence[]): string {
  return csv(
    residences.map((residence) => ({
      code_residence: residence.code,
      nom: residence.name,
      code_insee: residence.commune,
      code_bailleur: residence.landlord,
      code_qpv: residence.district,
      code_secteur: residence.sector,
      logements: residence.dwellings,
    })),
  );
}
