import { Page } from '../../parts/Page';

/** The declaration that the law asks for (article 47 of the law of 11 February 2005). Without an audit it can only say « non conforme ». */
export default function Accessibility() {
  return (
    <Page title="Accessibilité : non conforme">
      <p>
        L’organisme qui tient ce registre s’engage à rendre ses pages accessibles, selon l’article 47 de la loi du 11
        février 2005. Cette déclaration porte sur les pages de Mixité.
      </p>
      <h2>État de conformité</h2>
      <p>
        Ces pages sont <strong>non conformes</strong> au référentiel général d’amélioration de l’accessibilité (RGAA,
        version 4.1.2) : aucun audit n’en a encore été fait. Sans audit, aucun taux de conformité ne peut être donné.
      </p>
      <h2>Ce qui est vérifié sans audit</h2>
      <ul>
        <li>
          Chaque page est contrôlée par un outil (axe), qui ne doit trouver aucun défaut : avec des données, vide, en
          erreur, et dans le passé. Un tel outil ne voit qu’une partie des critères.
        </li>
        <li>
          Le clavier : chaque commande est atteinte une fois, dans l’ordre, et se voit ; Échap ferme ce qui est ouvert.
        </li>
        <li>La largeur de 320 pixels et l’agrandissement à 200 % : rien ne déborde ni n’est coupé.</li>
        <li>Les contrastes des couleurs, calculés ; aucun état n’est dit par la couleur seule.</li>
      </ul>
      <h2>Ce qui n’est pas accessible, ou pas vérifié</h2>
      <ul>
        <li>Aucun essai avec un lecteur d’écran n’a encore été fait par des personnes qui s’en servent.</li>
        <li>
          Les documents PDF (état pour le préfet, ordres du jour, procès-verbaux, courriers) n’ont pas de balises de
          structure. Les mêmes contenus se lisent dans les pages, ou en fichiers CSV et XLSX.
        </li>
        <li>Les grands tableaux défilent dans leur cadre, que le clavier atteint.</li>
        <li>La description de l’interface pour les programmes est en partie en anglais.</li>
      </ul>
      <h2>Établissement de cette déclaration</h2>
      <p>Elle a été établie le 30 novembre 2026.</p>
      <ul>
        <li>Échantillon : toutes les pages du plan du site.</li>
        <li>
          Technologies : HTML, CSS, JavaScript, SVG, WAI-ARIA. Sans JavaScript, les chiffres se lisent en fichiers.
        </li>
        <li>Outils : axe-core, avec Chromium sous Linux ; parcours au clavier ; impression.</li>
      </ul>
      <h2>Retour d’information et contact</h2>
      <p>
        Si vous n’arrivez pas à lire une page ou à vous en servir, écrivez à la personne qui gère les accès de votre
        organisme, ou à l’intercommunalité qui tient ce registre. « Signaler un problème », en bas de chaque page,
        prépare ce qu’il faut lui dire. On vous donnera le même contenu sous une autre forme.
      </p>
      <h2>Voies de recours</h2>
      <p>Si vous n’avez pas de réponse satisfaisante, vous pouvez :</p>
      <ul>
        <li>
          écrire au Défenseur des droits par son{' '}
          <a href="https://formulaire.defenseurdesdroits.fr/">formulaire en ligne</a> ;
        </li>
        <li>
          joindre son <a href="https://www.defenseurdesdroits.fr/saisir/delegues">délégué dans votre région</a> ;
        </li>
        <li>
          lui écrire, sans timbre :{' '}
          <span translate="no">Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07</span> ;
        </li>
        <li>l’appeler au 09 69 39 00 00.</li>
      </ul>
    </Page>
  );
}
