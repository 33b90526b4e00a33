import { queries } from '../../api/client';
import { ROLE_NAMES } from '../../api/me';
import { roleTitle } from '../../format/roles';
import { Answer } from '../../parts/Answer';
import { Page } from '../../parts/Page';
import { PrintButton } from '../../parts/PrintButton';
import { Status } from '../../parts/Status';
import { Table, type Column } from '../../parts/Table';
import type { RightLine } from '../../parts/WhatIMayDo';

/** « Qui peut quoi »: the table by which the service lets each role act. */
export default function Rights() {
  const asked = queries.useQuery('get', '/api/rights');
  return (
    <Page title="Qui peut quoi" tools={<PrintButton />}>
      <p>
        Ce tableau est celui que le service applique. Un rôle n’agit que dans son périmètre : un bailleur pour ses
        logements, un réservataire pour ce qui est orienté vers lui, une commune pour son territoire ; les autres, pour
        tout le territoire.
      </p>
      <Answer asked={asked}>
        {({ rights }) => (
          <div className="rights">
            <Table
              caption={`${rights.length} droits, et les rôles qui les ont`}
              columns={COLUMNS}
              rows={rights}
              keyOf={({ right }) => right}
            />
            <p className="note">
              « Gestionnaire » : seulement les personnes du rôle qui en gèrent d’autres. Les rôles de statisticien et
              d’élu lisent des chiffres dont les petits effectifs sont masqués.
            </p>
          </div>
        )}
      </Answer>
    </Page>
  );
}

const COLUMNS: readonly Column<RightLine>[] = [
  { key: 'label', label: 'Droit', cell: ({ label }) => label },
  ...Object.keys(ROLE_NAMES).map((role) => ({
    key: role,
    label: roleTitle(role),
    cell: (line: RightLine) => cellOf(line, role),
  })),
];

function cellOf({ roles }: RightLine, role: string) {
  const held = roles.find((one) => one.role === role);
  if (held === undefined) return 'non';
  return <Status kind="met">{held.managersOnly ? 'gestionnaire' : 'oui'}</Status>;
}
