import { lineText, type Fault, type ImportReport } from '#exchange';
import { tableText } from './text-table';

/** How many faults or warnings the terminal shows. The JSON form has all of them. */
const SHOWN = 50;

/** The report of an import as text for a terminal. */
export function importSummary(report: ImportReport, { dryRun }: { readonly dryRun: boolean }): string {
  const parts = [noticesText('défaut', report.faults, report.omitted), noticesText('avertissement', report.warnings)];
  if (report.unmapped?.length) {
    const rows = report.unmapped.map(({ file, column, value, count }) => [file, column, value, count]);
    parts.push(`Valeurs sans correspondance :\n${tableText(['fichier', 'colonne', 'valeur', 'nombre'], rows)}`);
  }
  if (report.faults.length > 0)
    parts.push("Rien n'a été écrit : corrigez les défauts ci-dessus, puis relancez l'import.");
  else if (report.files.length === 0) parts.push("Aucun fichier à importer dans ce dossier : rien n'a été écrit.");
  else {
    const rows = report.files.map((file) => [file.file, file.rows, file.events, file.derived, file.unchanged]);
    parts.push(tableText(['fichier', 'lignes', 'événements', 'déduits', 'inchangées'], rows));
    parts.push(dryRun ? "Simulation : rien n'a été écrit." : doneText(report));
  }
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** What an import that is done wrote. */
function doneText({ files }: ImportReport): string {
  const written = files.reduce((sum, { events, derived }) => sum + events + derived, 0);
  return written === 0
    ? "Import terminé : tout était déjà enregistré, rien n'a été ajouté."
    : `Import terminé : ${written} événement${written > 1 ? 's' : ''} de plus dans l'historique.`;
}

/** The first notices. The `omitted` ones are only counted: no form of the report contains them. */
function noticesText(kind: string, notices: readonly Fault[], omitted = 0): string {
  if (notices.length === 0) return '';
  const total = notices.length + omitted;
  const lines = notices.slice(0, SHOWN).map((notice) => `  ${placeOf(notice)} : ${notice.message}`);
  const given = omitted > 0 ? `en donne ${notices.length}` : 'les donne tous';
  if (total > SHOWN) lines.push(`  … et ${total - SHOWN} autres (--format json ${given})`);
  return `${total} ${kind}${total > 1 ? 's' : ''} :\n${lines.join('\n')}`;
}

/** `attributions.csv, ligne 12, date_bail « 31/02/2023 »`, as far as they are known. An empty value is not quoted. */
function placeOf({ file, line, fileLine, column, value }: Fault): string {
  const found = value === '' ? '' : ` « ${value} »`;
  const cell = column === '' ? '' : `, ${column}${found}`;
  return `${file}${line > 0 ? `, ${lineText(line, fileLine)}` : ''}${cell}`;
}
