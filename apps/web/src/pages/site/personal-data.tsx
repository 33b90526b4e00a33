import { Page } from '../../parts/Page';
import { Table, type Column } from '../../parts/Table';

/** « Données personnelles »: what is kept of people, who reads it, and which rights they have. */
export default function PersonalData() {
  return (
    <Page title="Données personnelles">
      <p>
        Ce registre suit les attributions de logements sociaux, pour les chiffres que la loi demande (articles L441-1 et
        suivants du code de la construction et de l’habitation). L’intercommunalité qui le tient en est responsable ;
        les bailleurs, réservataires et communes y enregistrent leurs actes.
      </p>
      <h2>Les ménages</h2>
      <p>
        Mixité ne lit aucun nom de personne, aucune nationalité, aucune origine, aucun lieu de naissance. Ce qui touche
        un ménage est <strong>scellé</strong> : chiffré dès l’enregistrement, avec une clé propre à ce ménage. Reste
        lisible ce que les chiffres demandent.
      </p>
      <Table
        caption="Ce qui est scellé, et ce qui reste lisible"
        columns={COLUMNS}
        rows={SEALED}
        keyOf={({ sealed }) => sealed}
      />
      <p>
        Un public que la convention dit sensible (victimes de violences…) compte dans les chiffres ; il n’est montré
        d’aucun bail, dans aucune liste. Qui connaît un ménage peut reconnaître sa ligne par un jour, une résidence et
        une composition : une liste d’attributions n’est pas un document public.
      </p>
      <h2>Qui lit quoi</h2>
      <ul>
        <li>Chacun ne lit que ce que son rôle et son périmètre ouvrent.</li>
        <li>
          Ouvrir ce qui est scellé est enregistré avant la réponse, dans l’histoire du ménage : le jour, l’auteur, la
          recherche.
        </li>
        <li>Les chiffres des statisticiens et des élus ont leurs petits effectifs masqués (moins de 11).</li>
        <li>Aucun nom ni numéro de ménage ne figure dans l’adresse d’une page.</li>
      </ul>
      <h2>Vous qui entrez ici</h2>
      <ul>
        <li>
          De votre compte sont gardés : votre adresse et votre nom, scellés ; vos rôles, leurs périmètres et leurs fins
          ; une empreinte de votre mot de passe, jamais le mot de passe ; votre second facteur, chiffré ; vos sessions
          ouvertes, et d’où.
        </li>
        <li>Chaque acte est enregistré avec son auteur et le rôle sous lequel il agissait : c’est la preuve.</li>
        <li>
          Un seul témoin de connexion (cookie) est posé : celui de votre session. Il finit avec elle, 12 heures au plus.
          Rien n’est mesuré de votre visite, et aucune autre adresse n’est appelée.
        </li>
        <li>Celui qui entre par un jeton : la page le garde jusqu’à la fermeture de l’onglet.</li>
      </ul>
      <h2>Combien de temps</h2>
      <p>
        L’histoire n’est jamais réécrite : une correction s’ajoute, avec l’ancienne valeur et la nouvelle. Effacer un
        ménage, c’est détruire sa clé : ce qui est scellé devient illisible dans toutes les copies, et les chiffres
        restent. Une session finit après 30 minutes sans usage ; un lien d’invitation, après 72 heures.
      </p>
      <h2>Vos droits</h2>
      <p>
        Accès, rectification, effacement, limitation, opposition : adressez-vous au délégué à la protection des données
        de l’intercommunalité. Vous pouvez aussi saisir la CNIL (<a href="https://www.cnil.fr/fr/plaintes">plainte</a>).
      </p>
    </Page>
  );
}

interface Sealed {
  readonly sealed: string;
  readonly clear: string;
}

const COLUMNS: readonly Column<Sealed>[] = [
  { key: 'sealed', label: 'Scellé', cell: ({ sealed }) => sealed },
  { key: 'clear', label: 'Lisible, parce que les chiffres en ont besoin', cell: ({ clear }) => clear },
];

const SEALED: readonly Sealed[] = [
  {
    sealed: 'Numéro unique, numéro d’attribution, numéro de relogement',
    clear: 'un identifiant tiré au hasard, qui ne dit rien du ménage',
  },
  {
    sealed: 'Nombre de personnes et d’enfants, ressources',
    clear: 'le quartile, de 1 à 4, sans les ressources ; la composition en six mots',
  },
  { sealed: 'DALO, catégorie prioritaire', clear: 'prioritaire, oui ou non' },
  { sealed: 'Genre de relogement', clear: 'relogé, oui ou non' },
  {
    sealed: 'Communes de domicile et de travail, mobilité professionnelle',
    clear: 'lien domicile-travail, oui ou non ; travailleur essentiel, oui ou non',
  },
  {
    sealed: 'Référence du logement du bail',
    clear: 'résidence, typologie, financement, jours de la commission et du bail, réservataire',
  },
  {
    sealed: 'D’un relogement : plafond, restes à charge, surfaces, propositions',
    clear: 'sa tranche de ressources, reste à charge constant ou non, date, définitif ou non',
  },
];
