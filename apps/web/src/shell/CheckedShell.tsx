import { useAddress } from '../url/address';
import { wrongDay, type WrongDay } from '../url/typed-days';
import { Shell } from './Shell';

/** The shell, unless a day of the address is none: everything that reads it would fail. */
export function CheckedShell() {
  const wrong = wrongDay(useAddress().search);
  return wrong === undefined ? <Shell /> : <WrongDayPage {...wrong} />;
}

function WrongDayPage({ name, value }: WrongDay) {
  const query = new URLSearchParams(window.location.search);
  query.delete(name);
  return (
    <main>
      <h1>Cette adresse porte une date inconnue</h1>
      <p>
        « {name} » vaut « {value} », qui n’est pas un jour du calendrier. Écrivez JJ/MM/AAAA ou AAAA-MM-JJ.
      </p>
      <p>
        <a href={`${window.location.pathname}?${query}`}>Ouvrir la page sans « {name} »</a>
      </p>
    </main>
  );
}
