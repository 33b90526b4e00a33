import { CopyButton } from '../../parts/CopyButton';
import { Dialog } from '../../parts/Dialog';

interface LinkOnceProps {
  /** Null where the person is here already: the role is given. */
  readonly link: string | null;
  readonly email: string;
  readonly onClose: () => void;
}

/** The link of an invitation. Nobody is shown it a second time. */
export function LinkOnce({ link, email, onClose }: LinkOnceProps) {
  return (
    <Dialog title={link === null ? 'Le rôle est donné' : 'Le lien à remettre'} onClose={onClose}>
      {link === null ? (
        <p>Cette personne a déjà un compte : elle tient ce rôle dès maintenant.</p>
      ) : (
        <>
          <p>
            Remettez ce lien à {email}, et à personne d’autre : qui l’ouvre choisit le mot de passe. Il sert une fois,
            pendant 72 heures, et <strong>il n’est montré qu’ici</strong>.
          </p>
          <p>
            <code className="link-once">{link}</code>
          </p>
        </>
      )}
      <div className="actions">
        {link !== null && <CopyButton text={link} label="Copier le lien" />}
        <button type="button" className="button" onClick={onClose}>
          Revenir à la liste
        </button>
      </div>
    </Dialog>
  );
}
