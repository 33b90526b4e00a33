import type { ComponentType } from 'react';
import { Link } from '@tanstack/react-router';
import { longDay } from '../../format/days';
import { Files } from '../../parts/Files';
import { OwnScope } from '../../parts/OwnScope';
import { Page } from '../../parts/Page';
import { Panel } from '../../parts/Panel';
import { PeriodChoice } from '../../parts/PeriodChoice';
import { PrintButton } from '../../parts/PrintButton';
import { Tabs } from '../../parts/Tabs';
import { useAddress } from '../../url/address';
import { periodLabel } from '../../url/period';
import { oneOf } from '../../url/search';
import { ContingentView, EntityView } from './EntityView';
import { GridView } from './GridView';
import { JudgedOn } from './JudgedOn';
import { ObjectivesView } from './ObjectivesView';
import { useReportQuery } from './report-query';

interface View {
  readonly code: string;
  readonly label: string;
  readonly Content: ComponentType;
  /** The report whose files say what the view says. */
  readonly file: { readonly path: string; readonly query?: Readonly<Record<string, string>>; readonly words: string };
}

const VIEWS: readonly View[] = [
  {
    code: 'objectif',
    label: 'Par objectif',
    Content: ObjectivesView,
    file: { path: '/api/objectives', words: 'Chaque objectif, pour ces jours.' },
  },
  {
    code: 'grille',
    label: 'Grille',
    Content: GridView,
    file: { path: '/api/compliance', query: { scope: 'epci' }, words: 'Les chiffres du territoire, dont la grille.' },
  },
  {
    code: 'bailleur',
    label: 'Par bailleur',
    Content: () => <EntityView kind="bailleur" />,
    file: { path: '/api/compliance', query: { scope: 'bailleur' }, words: 'Les chiffres de chaque bailleur.' },
  },
  {
    code: 'commune',
    label: 'Par commune',
    Content: () => <EntityView kind="commune" />,
    file: { path: '/api/compliance', query: { scope: 'commune' }, words: 'Les chiffres de chaque commune.' },
  },
  {
    code: 'contingent',
    label: 'Par contingent',
    Content: ContingentView,
    file: { path: '/api/objectives', query: { scope: 'contingent' }, words: 'Les objectifs de chaque contingent.' },
  },
];

/** « Où en est la convention »: five views of the same objectives. */
export default function Progress() {
  const { search } = useAddress();
  const { period, years, query, judged } = useReportQuery();
  const { code, label, Content, file } = VIEWS.find((view) => view.code === oneOf(search, 'vue')) ?? VIEWS[0]!;
  const asked = file.path === '/api/objectives' ? judged : query;
  const words = [label, periodLabel(period, longDay), judged.on && `jugé sur le ${longDay(judged.on)}`];
  return (
    <Page
      title="Où en est la convention"
      criteria={words.filter(Boolean).join(', ')}
      tools={
        <>
          <PeriodChoice period={period} years={years} />
          <JudgedOn period={period} />
          <Panel label="Exporter">
            <p>{file.words}</p>
            <div className="actions">
              <Files path={file.path} query={{ ...asked, ...file.query }} formats={['xlsx', 'pdf', 'csv']} />
            </div>
          </Panel>
          <PrintButton />
        </>
      }
    >
      <Tabs label="Vues de la convention" name="vue" tabs={VIEWS} current={code} without={['tri']} />
      <OwnScope />
      <Content />
      <p className="note">
        Une attribution est un bail signé dans la période.{' '}
        <Link to={'/convention/texte' as never}>Le texte en vigueur</Link>
      </p>
    </Page>
  );
}
