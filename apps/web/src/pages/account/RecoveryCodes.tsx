import { CopyButton } from '../../parts/CopyButton';

/** Codes for the day when the application is lost. They are told once. */
export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  return (
    <section className="message done" aria-label="Codes de secours">
      <p role="status">
        <strong>Vos codes de secours.</strong> Chacun sert une fois, à la place du code de l’application. Ils ne seront
        plus jamais montrés : copiez-les ou imprimez-les, et gardez-les loin de cet appareil.
      </p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="actions">
        <CopyButton text={codes.join('\n')} label="Copier les codes" />
        <button type="button" className="button" onClick={() => window.print()}>
          Imprimer cette page
        </button>
        <button type="button" className="button" onClick={onKept}>
          Je les ai gardés
        </button>
      </div>
    </section>
  );
}
