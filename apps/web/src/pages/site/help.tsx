import { Link } from '@tanstack/react-router';
import { Page } from '../../parts/Page';
import { Table, type Column } from '../../parts/Table';

/** « Aide »: the words of the pages, what each figure means, and where the guides are. */
export default function Help() {
  return (
    <Page title="Aide">
      <p>
        Toutes les pages sont dans le <Link to={'/plan-du-site' as never}>plan du site</Link> ; ce que votre rôle peut,
        dans <Link to={'/administration/droits' as never}>Qui peut quoi</Link>.
      </p>
      <h2>Deux dates, à ne pas confondre</h2>
      <ul>
        <li>
          <strong>Période</strong> : les jours de signature des baux que la page compte.
        </li>
        <li>
          <strong>Tel que connu le</strong> : ce qui était enregistré ce jour-là. Rien de ce qui l’a été ensuite ne
          compte. La page est alors en lecture seule, et le dit.
        </li>
      </ul>
      <h2>Ce que disent les chiffres</h2>
      <Table caption="Chaque chiffre, en une phrase" columns={MEANINGS} rows={FIGURES} keyOf={({ word }) => word} />
      <h2>Les états</h2>
      <Table caption="Ce que dit un état" columns={MEANINGS} rows={STATES} keyOf={({ word }) => word} />
      <h2>Les mots des pages</h2>
      <Table caption="Un mot par idée" columns={MEANINGS} rows={WORDS} keyOf={({ word }) => word} />
      <h2>Les guides</h2>
      <p>
        Les guides accompagnent Mixité, dans son dossier <code>docs/fr</code> : commencer, les fichiers, importer, les
        chiffres, la convention, les notes de fragilité, le semestre du préfet, le relogement, le flux, les bailleurs,
        les critères, l’accès, la vie privée, contrôler une histoire, les messages. Les programmes ont leur description
        à l’adresse <a href="/api/docs">/api/docs</a>.
      </p>
      <h2>Au clavier</h2>
      <p>
        Tabulation et Entrée suffisent partout. « Aller au contenu » passe le menu ; Échap ferme ce qui est ouvert et
        rend le focus ; un tableau qui déborde défile avec les flèches. Aucune touche seule ne déclenche d’acte.
      </p>
    </Page>
  );
}

interface Meaning {
  readonly word: string;
  readonly meaning: string;
}

const MEANINGS: readonly Column<Meaning>[] = [
  { key: 'word', label: 'Mot', cell: ({ word }) => word },
  { key: 'meaning', label: 'Ce qu’il veut dire', cell: ({ meaning }) => meaning },
];

const FIGURES: readonly Meaning[] = [
  {
    word: 'Premier quartile hors QPV',
    meaning:
      'Des baux signés hors des quartiers de la politique de la ville, ceux de ménages du quart le plus pauvre des demandeurs ; la loi en demande 25 % au moins.',
  },
  {
    word: 'Deuxième à quatrième quartiles en QPV',
    meaning:
      'Des baux signés en quartier de la politique de la ville, ceux de ménages des trois autres quarts ; la loi en demande 50 % au moins.',
  },
  {
    word: 'Ménages prioritaires',
    meaning: 'Des baux signés, ceux de ménages prioritaires : DALO et catégories de l’article L441-1.',
  },
  { word: 'Part', meaning: 'Les baux qui comptent, sur tous ceux de la catégorie. Sans aucun bail : « — ».' },
  {
    word: 'Il en manque',
    meaning: 'Combien de baux de plus, qui compteraient tous, suffiraient à atteindre la cible.',
  },
  { word: 'Un an', meaning: 'La différence, en points, avec la même période un an plus tôt.' },
  { word: 'Moins de 11', meaning: 'Un effectif trop petit pour être montré à ce rôle.' },
  {
    word: 'Note de fragilité',
    meaning: 'De 1 à 5, la plus fragile : ce que la convention dit de l’occupation d’une résidence.',
  },
];

const STATES: readonly Meaning[] = [
  { word: '● Atteint', meaning: 'La cible est atteinte sur la période.' },
  { word: '▲ Non atteint', meaning: 'Elle ne l’est pas ; ce qui manque est écrit à côté.' },
  { word: '◆ À vérifier, en retard', meaning: 'Quelque chose attend, ou son délai est passé.' },
  { word: '– Suivi', meaning: 'La convention suit ce chiffre sans lui fixer de cible.' },
  { word: '– Repère', meaning: 'Un chiffre vers lequel tendre ; il n’est jamais dit manqué.' },
  { word: '– Sans objet', meaning: 'Aucun bail ne permet de juger.' },
];

const WORDS: readonly Meaning[] = [
  { word: 'Attribution', meaning: 'Un bail signé.' },
  { word: 'CALEOL', meaning: 'La commission du bailleur qui attribue les logements.' },
  { word: 'Commission QPV', meaning: 'La commission de quartier, qui donne un accord avant la CALEOL.' },
  { word: 'Réservataire', meaning: 'Qui désigne des candidats : État, commune, Action Logement, intercommunalité.' },
  { word: 'Orienter', meaning: 'Dire à quel réservataire revient un logement libre.' },
  { word: 'Désigner', meaning: 'Proposer un ménage pour un logement.' },
  { word: 'Pour un tour', meaning: 'Rendu par le réservataire pour cette fois : le bailleur désigne.' },
  { word: 'Nominatif', meaning: 'Qui nomme un ménage ou montre ce qui est scellé ; chaque lecture est inscrite.' },
  { word: 'Périmètre', meaning: 'Les bailleurs, réservataires ou communes pour lesquels un rôle agit.' },
  { word: 'Gestionnaire', meaning: 'Qui invite les personnes de son rôle.' },
  {
    word: 'Empreinte de contrôle',
    meaning: 'Un nombre calculé de toute l’histoire : il prouve qu’elle n’a pas changé.',
  },
];
