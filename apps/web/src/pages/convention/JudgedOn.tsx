import { DayPanel } from '../../parts/DayPanel';
import { useAddress } from '../../url/address';
import type { Period } from '../../url/period';
import { oneOf } from '../../url/search';

/** The day whose objectives judge the whole period: its last, unless the reader takes another. */
export function JudgedOn({ period }: { period: Period }) {
  const { search, change } = useAddress();
  return (
    <DayPanel
      label="Jugé sur"
      day={oneOf(search, 'on')}
      usual={{ label: 'Fin de période', day: period.to }}
      others={[{ label: 'Début de période', day: period.from }]}
      field="Les objectifs du"
      note="Une convention change par avenants : ce jour choisit les objectifs, la période choisit les baux qui comptent."
      onChoose={(on) => change({ on })}
    />
  );
}
