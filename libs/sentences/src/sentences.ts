import type { CodedError, Json } from '#kernel';

/** What a failing disk or a damaged file means for the user. */
export const STORAGE_SENTENCES = {
  'data-damaged':
    'Un fichier de l’historique ou de ses clés est endommagé. Restaurez une sauvegarde ; « mixite audit verify » montre jusqu’où l’historique tient.',
  'disk-full': 'Le disque est plein : ce qui était en cours n’a pas été écrit. Libérez de la place, puis recommencez.',
  'disk-failing': 'Le disque ne répond pas comme il faut : ce qui était en cours n’a pas été écrit.',
  'write-denied':
    'Un fichier ou un dossier ne peut pas être ouvert ou écrit : vérifiez son chemin et vos droits sur lui.',
} as const;

type Params = Readonly<Record<string, Json>>;
type Sentence = (params: Params) => string;

const BREACHES: Readonly<Record<string, string>> = {
  ordinal: 'son rang',
  digest: 'son empreinte',
  revision: 'son rang dans son flux',
};

const stored =
  (sentence: string): Sentence =>
  ({ path }) =>
    path === undefined ? sentence : `${sentence} (${String(path)})`;

/** Errors of the machine that runs Mixité: its files, its keys, its servers. They name files and servers, so HTTP never answers them. */
const SENTENCES: Readonly<Record<string, Sentence>> = {
  'data-damaged': stored(STORAGE_SENTENCES['data-damaged']),
  'disk-full': stored(STORAGE_SENTENCES['disk-full']),
  'disk-failing': stored(STORAGE_SENTENCES['disk-failing']),
  'write-denied': stored(STORAGE_SENTENCES['write-denied']),
  'sqlite-missing': () =>
    'Le module SQLite est absent : installez un compilateur C++ et Python (Debian : apt-get install build-essential python3), puis relancez « npm ci ».',

  'folder-unusable': ({ folder }) =>
    `Le dossier de données ${String(folder)} ne peut pas être utilisé : vérifiez qu'il s'agit d'un dossier, ses droits et son contenu.`,
  'store-absent': ({ folder }) =>
    `Le dossier ${String(folder)} ne contient encore aucune donnée : importez d'abord des fichiers, ou nommez un autre dossier (--data).`,
  'store-locked': ({ folder }) =>
    `Le dossier de données ${String(folder)} est déjà ouvert en écriture par un autre processus de Mixité.`,
  'store-newer': ({ folder }) => `Les données de ${String(folder)} viennent d'une version plus récente de Mixité.`,
  'store-older': ({ folder }) =>
    `Les données de ${String(folder)} viennent d'une version d'essai de Mixité : importez vos fichiers dans un autre dossier.`,
  'write-failed': () => "L'écriture a échoué et rien n'a été enregistré : vérifiez l'espace disque.",
  'read-store-damaged': () =>
    'Les tableaux de lecture (read.db) sont endommagés : ils seront reconstruits à partir de l’historique au prochain démarrage.',

  'history-differs': ({ ordinal }) =>
    `Les données contiennent déjà un autre historique : leur événement n° ${String(ordinal)} n'est pas celui qui arrive.`,
  'history-broken': ({ ordinal, breach }) =>
    `L'événement n° ${String(ordinal)} ne suit pas ceux qui le précèdent (${BREACHES[String(breach)]}).`,
  'history-lost': ({ folder }) =>
    `L'historique (events.db) du dossier ${String(folder)} a disparu ou est vide, alors que ses tableaux de lecture (read.db) sont là : restaurez-le depuis une sauvegarde. Pour commencer un autre historique, prenez un autre dossier.`,
  'history-incomplete': () => "Un historique est arrivé en partie : terminez d'abord « mixite history import ».",

  'store-url-invalid': () =>
    "L'adresse d'EventStoreDB n'est pas valable : « esdb://identifiant:motdepasse@hôte:2113 », sans identifiant avec « ?tls=false » seulement.",
  'store-unreachable': ({ host }) =>
    `EventStoreDB (${String(host)}) ne répond pas. Une écriture interrompue a pu aboutir : la répéter est sans risque.`,
  'store-access-denied': ({ host }) =>
    `EventStoreDB (${String(host)}) refuse l'accès : vérifiez l'identifiant et le mot de passe.`,
  'batch-too-large': ({ host }) =>
    `EventStoreDB (${String(host)}) refuse une écriture aussi volumineuse (MaxAppendSize).`,
  'store-refused': ({ host, reason }) => `EventStoreDB (${String(host)}) refuse la demande : ${String(reason)}`,

  'mongodb-url-invalid': () =>
    "L'adresse de MongoDB (MONGODB_URL) n'est pas valable : elle s'écrit « mongodb://serveur:27017/mixite », les signes particuliers d'un mot de passe en %XX, et les options comme le pilote Node.js les nomme.",
  'mongodb-refused': ({ hosts }) => `MongoDB (${String(hosts)}) refuse le nom ou le mot de passe de MONGODB_URL.`,
  'mongodb-unreachable': ({ hosts, seconds }) =>
    `MongoDB ne répond pas (${String(hosts)}, attendu ${String(seconds).replace('.', ',')} s) : vérifiez qu'il tourne et que MONGODB_URL dit où.`,

  'keys-lost': ({ folder }) =>
    `Les clés (keys.db) de l'historique du dossier ${String(folder)} ont disparu : les données des ménages ne peuvent plus être lues, ni rien être enregistré. Restaurez-les depuis une sauvegarde.`,
  'keys-absent': ({ folder }) => `Le dossier ${String(folder)} n'a pas de clés (keys.db).`,
  'keys-differ': () => "Le dossier a déjà d'autres clés que celles qui arrivent : rien n'en a été remplacé.",
  'arriving-key-unopened': () =>
    "Ces clés ne s'ouvrent pas avec cette clé maîtresse : prenez celle du dossier d'où elles viennent.",
  'master-key-absent': ({ file }) =>
    `Clé maîtresse introuvable : ${String(file)}. Remettez-y le fichier de cette installation, ou de celle dont les clés viennent (MIXITE_MASTER_KEY_FILE nomme un autre chemin). Pour une toute première installation sur des serveurs, créez-le : (umask 077 && openssl rand -hex 32 > ${String(file)})`,
  'master-key-exposed': ({ file }) =>
    `Le fichier de la clé maîtresse est lisible par d'autres que son propriétaire : chmod 600 ${String(file)}`,
  'master-key-invalid': () => 'Le fichier de la clé maîtresse ne contient pas 64 chiffres hexadécimaux.',
  'master-key-wrong': () => "La clé maîtresse n'est pas celle de ce dossier de données.",
  'token-key-exposed': ({ file }) =>
    `Le fichier de la clé des jetons est lisible par d'autres que son propriétaire : chmod 600 ${String(file)}`,
  'token-key-invalid': ({ file }) =>
    `Le fichier de la clé des jetons ${String(file)} ne contient pas de clés de 64 chiffres hexadécimaux, une par ligne.`,
  'token-key-unwritable': ({ file }) =>
    `La clé des jetons ne peut pas être écrite dans ${String(file)}. Sur des serveurs, changez ce fichier vous-même : une clé par ligne (openssl rand -hex 32), celle qui signe la première.`,
  'box-altered': () => 'Des données scellées ne s’ouvrent pas avec leur clé : elles ont été altérées.',
  'sealed-form-newer': () => 'Des données scellées viennent d’une version plus récente de Mixité.',

  'import-overtaken': ({ overtaken }) =>
    `${String(overtaken)} ligne(s) ont été modifiées par ailleurs pendant l'import : relancez-le pour les prendre en compte.`,
  'template-file-exists': ({ path }) =>
    `${String(path)} existe déjà : choisissez un autre dossier, aucun fichier n’est remplacé.`,
};

/** The French sentence of an error, for the user of this machine; undefined where the error is not one of the machine. */
export function sentenceOf({ code, params }: Pick<CodedError, 'code' | 'params'>): string | undefined {
  return Object.hasOwn(SENTENCES, code) ? SENTENCES[code]!(params) : undefined;
}
