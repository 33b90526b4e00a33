import { Problem } from '../../parts/Problem';
import type { LeaseAct } from './use-lease-act';

interface ActEndProps {
  readonly act: LeaseAct;
  readonly name: string;
  /** Whether what was tried may be sent. */
  readonly mayConfirm: boolean;
  readonly onClose: () => void;
}

/** The end of the form of an act: what it was refused for, and the button that is called as the act. */
export function ActEnd({ act, name, mayConfirm, onClose }: ActEndProps) {
  return (
    <>
      {act.error !== undefined && (
        <Problem error={act.error}>
          {act.hasMovedOn && (
            <p>
              <button type="button" className="button" onClick={() => void act.readAgain()}>
                Relire le bail et reprendre ma saisie
              </button>
            </p>
          )}
        </Problem>
      )}
      <div className="actions">
        <button type="submit" className="button main" disabled={!mayConfirm || act.isSending}>
          {name}
        </button>
        <button type="button" className="button" onClick={onClose}>
          Abandonner
        </button>
      </div>
    </>
  );
}
