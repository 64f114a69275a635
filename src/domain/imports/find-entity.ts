import { looseNameKey } from "../loose-name.ts";
import type { Entity } from "../model.ts";

/** A user as the site's directory has them. */
export type DirectoryUser = Entity & { readonly email: string };

export type Directory = {
  readonly organizations: readonly Entity[];
  readonly users: readonly DirectoryUser[];
};

export type Finding<E> =
  | { readonly kind: "found"; readonly entity: E }
  | { readonly kind: "none" | "several" };

/** Lists of people and organisations in one cell. */
export const splitNames = (text: string): string[] =>
  text
    .split(/[、，,;；\n／/]/u)
    .map((name) => name.trim())
    .filter((name) => name !== "");

type Index<E> = ReadonlyMap<string, readonly E[]>;

const indexBy = <E>(
  entities: readonly E[],
  keyOf: (entity: E) => string,
): Index<E> => {
  const index = new Map<string, E[]>();
  for (const entity of entities) {
    const key = keyOf(entity);
    const known = index.get(key);
    if (known === undefined) index.set(key, [entity]);
    else known.push(entity);
  }
  return index;
};

const toFinding = <E>(found: readonly E[]): Finding<E> => {
  const [entity] = found;
  if (entity === undefined) return { kind: "none" };
  return found.length === 1 ? { kind: "found", entity } : { kind: "several" };
};

/** The first key that knows the text decides, were it for several. */
const createFinder =
  <E>(lookups: ReadonlyArray<readonly [Index<E>, (text: string) => string]>) =>
  (text: string): Finding<E> => {
    for (const [index, toKey] of lookups) {
      const found = index.get(toKey(text));
      if (found !== undefined) return toFinding(found);
    }
    return { kind: "none" };
  };

const asCode = (text: string): string => text.normalize("NFKC").trim();
const asMail = (text: string): string => asCode(text).toLowerCase();
const asTyped = (text: string): string => text;

/** Finds by code, then by name as typed, then by the loosely same name. */
export const createOrganizationFinder = (
  organizations: readonly Entity[],
): ((text: string) => Finding<Entity>) =>
  createFinder([
    [indexBy(organizations, ({ code }) => code), asCode],
    [indexBy(organizations, ({ name }) => name), asTyped],
    [indexBy(organizations, ({ name }) => looseNameKey(name)), looseNameKey],
  ]);

/** Finds by login name, then by mail address, then by the loosely same name. */
export const createUserFinder = (
  users: readonly DirectoryUser[],
): ((text: string) => Finding<DirectoryUser>) =>
  createFinder([
    [indexBy(users, ({ code }) => code), asCode],
    [
      indexBy(
        users.filter(({ email }) => email !== ""),
        ({ email }) => asMail(email),
      ),
      asMail,
    ],
    [indexBy(users, ({ name }) => looseNameKey(name)), looseNameKey],
  ]);
