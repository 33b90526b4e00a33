const { writeFileSync } = require('node:fs');
const { join } = require('node:path');

const RESIDENCES = 300;
const COMMUNES = ['78621', '78640', '78688', '78297', '78423', '78383'];

/**
 * Writes a directory with a territory of 300 residences and `count` allocations. Every column of the format is filled
 * as offices fill it. The numbers begin at `first`, so that another directory can add to the same history.
 */
function writeYear(directory, count, first = 0) {
  const write = (file, header, rows) => writeFileSync(join(directory, file), [header, ...rows, ''].join('\r\n'));
  write(
    'communes.csv',
    'code_insee;nom',
    COMMUNES.map((code) => `${code};Commune ${code}`),
  );
  write(
    'bailleurs.csv',
    'code_bailleur;nom',
    range(10, (i) => `L-B${i};Bailleur ${i}`),
  );
  write('reservataires.csv', 'code_reservataire;nom;contingent', [
    'ETAT;État;etat',
    'AL;Action Logement;action_logement',
  ]);
  write('seuils.csv', 'annee;q1;q2;q3', ['2023;11000;17000;25000']);
  write('qpv.csv', 'code_qpv;nom;code_insee;date_debut', ['L-Q1;Quartier;78621;2015-01-01']);
  write(
    'residences.csv',
    'code_residence;nom;code_insee;code_bailleur;code_qpv;logements',
    range(RESIDENCES, (i) => `R${i};Résidence ${i};${COMMUNES[i % 6]};L-B${i % 10};${i % 4 === 0 ? 'L-Q1' : ''};80`),
  );
  write(
    'notes.csv',
    'code_residence;date_effet;note_statistique',
    range(RESIDENCES, (i) => `R${i};2020-01-01;${(i % 5) + 1}`),
  );
  write(
    'attributions.csv',
    HEADER,
    range(count, (i) => lease(first + i)),
  );
}

const HEADER =
  'numero_attribution;date_bail;date_caleol;code_residence;reference_logement;typologie;financement;premiere_mise_en_location;' +
  'annulee;code_reservataire;type_demande;numero_unique;personnes_14_ans_et_plus;enfants_moins_14_ans;ressources_annuelles;quartile;' +
  'dalo;categorie_prioritaire;relogement;commune_domicile;commune_travail;mobilite_professionnelle;travailleur_essentiel;composition';

function lease(i) {
  const month = String((i % 12) + 1).padStart(2, '0');
  const day = String((i % 28) + 1).padStart(2, '0');
  const unique = `0780${String(i).padStart(14, '0')}`;
  const income = `${8000 + ((i * 37) % 40000)},${String(i % 100).padStart(2, '0')}`;
  return (
    `ATT-2023-${i};${day}/${month}/2023;2023-01-0${(i % 9) + 1};R${i % RESIDENCES};LOG-${i % 24000};T${(i % 5) + 1};PLUS;N;N;` +
    `${i % 3 ? 'ETAT' : 'AL'};${i % 4 ? 'premier_acces' : 'mutation'};${unique};${(i % 3) + 1};${i % 4};${income};;${i % 9 ? 'N' : 'O'};` +
    `${i % 5 ? '' : 'L441-1-b'};${i % 50 ? '' : 'anru'};${COMMUNES[i % 6]};${COMMUNES[(i * 7) % 6]};N;${i % 8 ? 'N' : 'O'};couple_enfants`
  );
}

function range(count, make) {
  return Array.from({ length: count }, (_, i) => make(i));
}

/** The same lease as a JSON body. */
function leaseBody(i) {
  const cells = lease(i).split(';');
  return Object.fromEntries(HEADER.split(';').flatMap((column, at) => (cells[at] === '' ? [] : [[column, cells[at]]])));
}

module.exports = { leaseBody, writeYear };
