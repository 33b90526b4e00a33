import { Link } from '@tanstack/react-router';
import { Page } from '../parts/Page';
import { useAddress } from '../url/address';
import type { WrongDay } from '../url/typed-days';

/** In the place of a page whose address has a day that is none: nothing is shown as of another day than the one that was asked for. */
export function WrongDayPage({ name, value }: WrongDay) {
  const { search } = useAddress();
  return (
    <Page title="Date inconnue dans l’adresse">
      <div className="message warning" role="alert">
        <p>
          <code>{name}</code> vaut <code>{value}</code>, qui n’est pas un jour du calendrier. Un jour s’écrit JJ/MM/AAAA
          ou AAAA-MM-JJ.
        </p>
        <p>
          <Link to="." search={{ ...search, [name]: undefined } as never}>
            Ouvrir la page sans cette date
          </Link>
        </p>
      </div>
    </Page>
  );
}
