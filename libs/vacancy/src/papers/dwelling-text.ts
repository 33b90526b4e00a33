import { CONTINGENT_LABELS } from '#compliance';
import { frenchDay, frenchEuros, frenchSquareMetres } from '#documents';
import type { OutsideFlow } from '../words';
import type { Named, ShownDwelling, ShownHolder } from './shown-dwelling';

const OUTSIDE_FLOW_NAMES: Readonly<Record<OutsideFlow, string>> = {
  mutation_interne: 'mutation interne',
  relogement: 'relogement',
  l521_3: 'relogement de l’article L. 521-3-1',
  vente: 'vente',
};

/** « Les Cèdres (CEDRES), Sainte-Anne ». */
export function residenceText({ residence, commune }: Pick<ShownDwelling, 'residence' | 'commune'>): string {
  return `${namedText(residence)}, ${commune.name}`;
}

export function namedText({ code, name }: Named): string {
  return name === code ? code : `${name} (${code})`;
}

/** « Ville de Sainte-Anne (VILLE), contingent des communes ». */
export function holderText(holder: ShownHolder): string {
  const { contingent } = holder;
  return contingent === null ? namedText(holder) : `${namedText(holder)}, ${lowered(CONTINGENT_LABELS[contingent])}`;
}

/** The residence, then the dwelling, its rent and its holder: two lines. */
export function dwellingLines(dwelling: ShownDwelling): readonly string[] {
  const { districts, note, isListed } = dwelling;
  const where = districts.length === 0 ? 'hors QPV' : `QPV ${districts.map(namedText).join(', ')}`;
  const noted = note === null ? 'sans note de fragilité' : `note de fragilité ${note}`;
  const listed = isListed ? 'sur la liste de son bailleur (L. 441-2-2)' : 'hors de la liste de son bailleur';
  return [[residenceText(dwelling), where, noted, listed].join(' · '), flatText(dwelling).join(' · ')];
}

function flatText(dwelling: ShownDwelling): readonly string[] {
  const { dwellingType, financing, surface, firstLetting, availableOn, holder, forOneTurn, outsideFlow } = dwelling;
  return [
    [dwellingType ?? 'type inconnu', financing, surface === null ? null : frenchSquareMetres(surface)]
      .filter((part) => part !== null)
      .join(', '),
    rentText(dwelling),
    `libre le ${frenchDay(availableOn)}`,
    ...(firstLetting ? ['première mise en location'] : []),
    holder === null ? 'sans réservataire' : holderText(holder),
    ...(forOneTurn ? ['le bailleur désigne pour un tour'] : []),
    ...(outsideFlow === null ? [] : [`hors des flux : ${OUTSIDE_FLOW_NAMES[outsideFlow]}`]),
  ];
}

/** « loyer 450 €, charges 90 € ». */
export function rentText({ rent, charges }: Pick<ShownDwelling, 'rent' | 'charges'>): string {
  if (rent === null) return 'loyer inconnu';
  return `loyer ${frenchEuros(rent)}${charges === null ? '' : `, charges ${frenchEuros(charges)}`}`;
}

/** In a list, the label of a contingent follows a comma. */
function lowered(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** The end of an internal id: short enough to be read aloud, and the same on every paper. */
export function shortReference(id: string): string {
  return id.slice(-8).toUpperCase();
}
