import type { Entry } from "../store.ts";

/** Store of file contents: outside the journal, a file each. */
export type Blobs = {
  save(bytes: Uint8Array): string;
  load(name: string): Uint8Array;
};

const BLOB = "$blob";
const MAP = "$map";
/** Around an object of somebody's data that looks like one of ours. */
const PLAIN = "$plain";

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isEncoded = (value: unknown): value is Record<string, unknown> => {
  if (!isPlainObject(value)) return false;
  const [key, ...others] = Object.keys(value);
  return others.length === 0 && [BLOB, MAP, PLAIN].some((it) => it === key);
};

/** JSON text of a value that may hold bytes and maps. */
export const encode = (value: unknown, blobs: Blobs): string =>
  JSON.stringify(value, (_key, it: unknown) => {
    if (it instanceof Uint8Array) return { [BLOB]: blobs.save(it) };
    if (it instanceof Map) return { [MAP]: [...it] };
    if (isEncoded(it)) return { [PLAIN]: Object.entries(it) };
    return it;
  });

const decodeValue = (value: unknown, blobs: Blobs): unknown => {
  if (!isEncoded(value)) return value;
  const { [BLOB]: blob, [MAP]: map, [PLAIN]: plain } = value;
  if (typeof blob === "string") return blobs.load(blob);
  // Written above, from entries of a Map and of an object.
  if (Array.isArray(map)) return new Map(map as Array<[unknown, unknown]>);
  return Object.fromEntries(plain as Array<[string, unknown]>);
};

export const decode = (text: string, blobs: Blobs): unknown =>
  JSON.parse(text, (_key, value: unknown) => decodeValue(value, blobs));

/** Entries and changes are written as short rows: `[table, key, value?]`. */
export type Row = [table: string, key: string | number, value?: unknown];

export const toRow = ({ table, key, value }: Entry): Row =>
  value === undefined ? [table, key] : [table, key, value];
