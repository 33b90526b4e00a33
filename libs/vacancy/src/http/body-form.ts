import {
  codes,
  columnExample,
  columnSchema,
  faultMessage,
  readJsonCell,
  shownCell,
  Unreadable,
  type Column,
} from '#cells';
import { invalidRequest, UNKNOWN, type ParameterFault } from '#http';

/** What is wrong with one value of a body, as an import says it of a cell. A personal value is not shown. */
export interface BodyFault {
  readonly column: string;
  readonly value: string;
  readonly message: string;
}

/** A member of a body that is no single value. */
export interface NestedMember<Value> {
  readonly name: string;
  readonly required: boolean;
  readonly schema: object;
  readonly example: unknown;
  /** Adds to the faults and to the unknown members; undefined where there is a fault. */
  read(given: unknown, path: string, found: Findings): Value | undefined;
}

export interface Findings {
  readonly faults: BodyFault[];
  /** Paths of members that the body does not have. */
  readonly unknown: string[];
}

type Member<Value = unknown> = Column<Value> | NestedMember<Value>;
export type Members<Fields> = { readonly [Field in keyof Fields]: Member<Fields[Field]> };

export type ReadBody<Fields> =
  { readonly valid: true; readonly fields: Fields } | { readonly valid: false; readonly faults: readonly BodyFault[] };

const MISSING = 'cette valeur est obligatoire';
const LONGEST_NAME = 100;

/** A body of a command: its members are columns of the files, read as in a file. */
export class BodyForm<Fields extends object> {
  private readonly members: readonly (readonly [string, Member])[];
  private readonly names: ReadonlySet<string>;

  constructor(members: Members<Fields>) {
    this.members = Object.entries(members);
    this.names = new Set(this.members.map(([, { name }]) => name));
  }

  /** Gives every fault at once. An absent member is an empty cell. @throws ProblemError `invalid-request` where it is no object of these members */
  read(body: unknown): ReadBody<Fields> {
    return this.readMembers(body, () => true) as ReadBody<Fields>;
  }

  /** Reads only the members that the body has. @throws ProblemError `invalid-request` */
  readGiven(body: unknown): ReadBody<Partial<Fields>> {
    return this.readMembers(body, (name, given) => Object.hasOwn(given, name));
  }

  private readMembers(body: unknown, reads: (name: string, given: object) => boolean): ReadBody<Partial<Fields>> {
    const found: Findings = { faults: [], unknown: [] };
    const given = objectOf(body);
    if (!given) throw invalidRequest([notAnObject('body', body)]);
    const fields = this.fieldsOf(given, '', found, reads);
    if (found.unknown.length > 0) throw invalidRequest(found.unknown.map(unknownMember));
    if (found.faults.length > 0) return { valid: false, faults: found.faults };
    return { valid: true, fields: fields as Partial<Fields> };
  }

  /** @param path the place of the object in the body, with a point at its end */
  fieldsOf(
    given: Readonly<Record<string, unknown>>,
    path: string,
    found: Findings,
    reads: (name: string, given: object) => boolean = () => true,
  ): object {
    for (const name of Object.keys(given)) if (!this.names.has(name)) found.unknown.push(`${path}${name}`);
    const read = this.members
      .filter(([, { name }]) => reads(name, given))
      .map(([field, member]) => [field, readMember(member, given[member.name], path, found)] as const);
    return Object.fromEntries(read);
  }

  get schema(): object {
    const all = this.members.map(([, member]) => member);
    return {
      type: 'object',
      required: all.filter(({ required }) => required).map(({ name }) => name),
      properties: Object.fromEntries(
        all.map((member) => [member.name, 'reader' in member ? columnSchema(member) : member.schema]),
      ),
      example: this.example,
    };
  }

  get example(): object {
    const values = this.members.map(([, member]) => [
      member.name,
      'reader' in member ? columnExample(member) : member.example,
    ]);
    return Object.fromEntries(values.filter(([, value]) => value !== undefined)) as object;
  }
}

/** A list of objects of one form. */
export function listOf<Fields extends object>(
  name: string,
  form: BodyForm<Fields>,
  examples: readonly object[],
): NestedMember<readonly Fields[]> {
  return {
    name,
    required: true,
    schema: { type: 'array', items: form.schema },
    example: examples,
    read: (given, path, found) => {
      if (!Array.isArray(given)) return missing(given, path, found, 'une liste est attendue');
      return given.map((item: unknown, index) => readObject(form, item, `${path}.${index}`, found)!);
    },
  };
}

/** A list of so many objects, each of which is read by itself. */
export function itemsOf(
  name: string,
  most: number,
  item: { readonly schema: object; readonly example: object },
): NestedMember<readonly Readonly<Record<string, unknown>>[]> {
  return {
    name,
    required: true,
    schema: { type: 'array', maxItems: most, items: item.schema },
    example: [item.example],
    read: (given, path, found) => {
      const objects = Array.isArray(given) && given.length <= most ? given.map(objectOf) : [undefined];
      if (objects.every((one) => one !== undefined)) return objects;
      found.faults.push({ column: path, value: '', message: `une liste de ${most} objets au plus est attendue` });
      return undefined;
    },
  };
}

/** An object of one form, or null where it is absent. */
export function optionalObject<Fields extends object>(
  name: string,
  form: BodyForm<Fields>,
): NestedMember<Fields | null> {
  return {
    name,
    required: false,
    schema: { ...form.schema, nullable: true },
    example: form.example,
    read: (given, path, found) => (given === undefined || given === null ? null : readObject(form, given, path, found)),
  };
}

/** Several of these words. */
export function wordsOf<Word extends string>(name: string, words: readonly Word[]): NestedMember<readonly Word[]> {
  return {
    name,
    required: true,
    schema: { type: 'array', items: { type: 'string', enum: [...words] } },
    example: [...words],
    read: (given, path, found) => {
      const isList = Array.isArray(given) && given.every((one) => (words as readonly unknown[]).includes(one));
      if (isList) return given as readonly Word[];
      return missing(given, path, found, `une liste de ces valeurs est attendue : ${words.join(', ')}`);
    },
  };
}

/** At least one code, as a list or in one text as in a file. */
export function requiredCodes(name: string, example: readonly string[]): NestedMember<readonly string[]> {
  const { read, ...member } = optionalCodes(name, example);
  return {
    ...member,
    required: true,
    schema: { type: 'array', items: { type: 'string' }, minItems: 1 },
    read: (given, path, found) => {
      const listed = read(given, path, found);
      if (listed === undefined) return undefined;
      return listed === null || listed.length === 0 ? missing(undefined, path, found, '') : listed;
    },
  };
}

/** Several codes, as a list or in one text as in a file; null where it is absent. */
export function optionalCodes(name: string, example: readonly string[]): NestedMember<readonly string[] | null> {
  return {
    name,
    required: false,
    schema: { type: 'array', items: { type: 'string' }, nullable: true },
    example,
    read: (given, path, found) => {
      if (given === undefined || given === null) return null;
      const isList = Array.isArray(given) && given.every((one) => typeof one === 'string');
      const read = readJsonCell(isList ? given.join('|') : given, codes);
      if (read === undefined) return null;
      return read instanceof Unreadable ? missing(given, path, found, 'une liste de codes est attendue') : read;
    },
  };
}

function readMember(member: Member, given: unknown, path: string, found: Findings): unknown {
  const column = `${path}${member.name}`;
  if (!('reader' in member)) return member.read(given, column, found);
  const value = readJsonCell(given, member.reader);
  if (value === undefined) {
    if (member.required) found.faults.push({ column, value: '', message: MISSING });
    return member.empty;
  }
  if (!(value instanceof Unreadable)) return value;
  // The message of a commune shows what was found, too.
  const message = member.personal ? 'cette valeur n’est pas admise dans cette colonne' : faultMessage(value, undefined);
  found.faults.push({ column, value: member.personal ? '' : shownCell(given), message });
  return undefined;
}

function readObject<Fields extends object>(
  form: BodyForm<Fields>,
  given: unknown,
  path: string,
  found: Findings,
): Fields | undefined {
  const object = objectOf(given);
  if (!object) return missing(given, path, found, 'un objet est attendu');
  return form.fieldsOf(object, `${path}.`, found) as Fields;
}

function missing(given: unknown, column: string, { faults }: Findings, expected: string): undefined {
  const isAbsent = given === undefined || given === null;
  faults.push({ column, value: shownCell(given), message: isAbsent ? MISSING : expected });
  return undefined;
}

function objectOf(given: unknown): Readonly<Record<string, unknown>> | undefined {
  const isObject = typeof given === 'object' && given !== null && !Array.isArray(given);
  return isObject ? (given as Readonly<Record<string, unknown>>) : undefined;
}

function notAnObject(parameter: string, given: unknown): ParameterFault {
  return { parameter, value: given === undefined ? null : shownCell(given), expected: 'un objet JSON' };
}

function unknownMember(path: string): ParameterFault {
  const parameter = path.slice(0, LONGEST_NAME);
  return { parameter, value: null, expected: `un champ de cette commande ${UNKNOWN}` };
}
