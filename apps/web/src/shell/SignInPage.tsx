import { Page } from '../parts/Page';
import { DemoRoles } from './DemoRoles';
import { SignInForm } from './SignInForm';

/** What whoever is not signed in sees, at whatever address: after the sign-in the same address shows its page. */
export function SignInPage() {
  return (
    <Page title="Connexion">
      <p>
        Le registre des attributions de logements sociaux, et les chiffres de la convention intercommunale
        d’attribution.
      </p>
      <DemoRoles />
      <SignInForm onEntered={() => location.reload()} />
      <p className="note">
        Pas encore de compte, ou mot de passe perdu : demandez un lien à la personne qui gère les accès de votre
        organisme.
      </p>
    </Page>
  );
}
