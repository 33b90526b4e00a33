import { queries } from '../../api/client';
import type { components } from '../../api/schema';
import { longDay } from '../../format/days';
import { plural } from '../../format/numbers';
import { Answer } from '../../parts/Answer';
import { DayPanel } from '../../parts/DayPanel';
import { Page } from '../../parts/Page';
import { PrintButton } from '../../parts/PrintButton';
import { useAddress } from '../../url/address';
import { useAsOfParameter } from '../../url/as-of';
import { oneOf } from '../../url/search';
import { writtenDays, type ConventionText } from './convention-text';
import { Bodies, Delays, Households, Scale } from './ConventionSections';
import { WrittenObjectives } from './WrittenObjectives';

type Shown = components['schemas']['ShownConventionDto'];

/** « Le texte en vigueur »: what the convention says on a day, amendments included, as sections that are read. */
export default function Text() {
  const { search, change } = useAddress();
  const on = oneOf(search, 'on');
  const asked = queries.useQuery('get', '/api/convention', {
    params: { query: { ...(on !== undefined && { on }), ...useAsOfParameter() } },
  });
  const shownOn = asked.data?.on ?? on;
  return (
    <Page
      title="Le texte en vigueur"
      crumbs={[{ title: 'Où en est la convention', to: '/convention' }]}
      {...(shownOn !== undefined && { criteria: `en vigueur le ${longDay(shownOn)}` })}
      tools={
        <>
          <DayPanel
            label="En vigueur le"
            day={on}
            usual={{ label: 'Aujourd’hui' }}
            field="Le texte du"
            note="Le texte change par avenants : ce jour choisit ceux qui ont pris effet."
            onChoose={(day) => change({ on: day })}
          />
          <PrintButton />
        </>
      }
    >
      <Answer asked={asked}>{(shown) => <Convention shown={shown} />}</Answer>
    </Page>
  );
}

function Convention({ shown }: { shown: Shown }) {
  if (shown.convention === null)
    return (
      <p>
        Aucune convention n’est enregistrée à cette date. Elle se dépose avec les fichiers du territoire :
        convention.json.
      </p>
    );
  const text = shown.convention as unknown as ConventionText;
  const { convention, territoire } = text;
  return (
    <>
      <dl className="facts">
        <dt>Document</dt>
        <dd>
          {convention.nom} ({convention.code})
        </dd>
        <dt>Territoire</dt>
        <dd>
          {territoire.nom}
          {territoire.communes && `, ${plural(territoire.communes.length, 'commune')}`}
        </dd>
        <dt>Durée</dt>
        <dd>{writtenDays(convention.date_debut, convention.date_fin)}</dd>
        <dt>Avis de la conférence</dt>
        <dd>{convention.date_avis ? longDay(convention.date_avis) : 'non renseigné'}</dd>
        <dt>Adoption</dt>
        <dd>{convention.date_adoption ? longDay(convention.date_adoption) : 'non renseignée'}</dd>
      </dl>
      <h2>Avenants</h2>
      {shown.amendments.length === 0 ? (
        <p>Aucun avenant n’a pris effet le {longDay(shown.on)} : c’est le texte de départ.</p>
      ) : (
        <ul>
          {shown.amendments.map(({ code, name, effectiveOn }) => (
            <li key={code}>
              {name} ({code}), depuis le {longDay(effectiveOn)}
            </li>
          ))}
        </ul>
      )}
      <WrittenObjectives objectives={text.objectifs} />
      <Households text={text} />
      <Scale scale={text.bareme_fragilite} />
      <Bodies text={text} />
      <Delays text={text} />
    </>
  );
}
