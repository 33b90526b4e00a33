import { Link } from '@tanstack/react-router';
import { useMay, useMe } from '../../api/me';
import { Page } from '../../parts/Page';
import { ROUTES } from '../../routes';
import { Checklist } from './Checklist';

/** « Premiers pas »: what an installation in which nothing is recorded opens on. */
export default function FirstSteps() {
  const mayImport = useMay('import');
  const { data: me } = useMe();
  return (
    <Page title="Premiers pas">
      {!mayImport && (
        <p>Les données arrivent par un import : l’intercommunalité, ou l’administrateur, en importe les fichiers.</p>
      )}
      <div className="doors">
        <Demonstration />
        <Import />
        <Convention />
      </div>
      {me && mayImport && <Checklist me={me} />}
    </Page>
  );
}

function Demonstration() {
  return (
    <section>
      <h2>Voir l’année de démonstration</h2>
      <p>
        Un territoire inventé, de 2017 à aujourd’hui, dans un dossier à part. Personne n’y est réel ; vos données n’y
        entrent pas. À taper dans une autre fenêtre, puis ouvrez l’adresse imprimée :
      </p>
      <pre>
        <code translate="no">npx mixite demo --port 3001</code>
      </pre>
    </section>
  );
}

/** The page of imports, where it exists; the command is always there. */
function Import() {
  const isThere = ROUTES.some(({ path }) => path === '/imports');
  return (
    <section>
      <h2>Importer les fichiers de mon territoire</h2>
      <p>
        Un modèle de chaque fichier, avec ses en-têtes. Vous pouvez n’en garder que quelques-uns : un bail a besoin de
        sa résidence, une résidence de sa commune et de son bailleur.
      </p>
      <pre>
        <code translate="no">
          {'npx mixite template modele\nnpx mixite import modele --dry-run\nnpx mixite import modele'}
        </code>
      </pre>
      <p>
        La deuxième commande vérifie tout et n’écrit rien.
        {isThere && (
          <>
            {' '}
            Ou par la page : <Link to={'/imports' as never}>Imports</Link>.
          </>
        )}
      </p>
    </section>
  );
}

function Convention() {
  return (
    <section>
      <h2>Décrire ma convention</h2>
      <p>
        Un fichier, <code>convention.json</code>, dit le territoire, ses objectifs, leurs cibles et leurs dates. Le
        modèle en donne un ; le guide « La convention et ses objectifs » (<code>docs/fr/convention.md</code>) le décrit.
        Il s’importe avec les autres fichiers.
      </p>
    </section>
  );
}
