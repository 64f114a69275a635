import { invalidInput } from "../ground/api-error.ts";

type Node = Map<string, Node | string>;

const MAX_INDEX = 99;
const MAX_DEPTH = 5;
const isIndex = (segment: string) => /^\d{1,4}$/.test(segment);

/** `a[0][b]` → `["a", "0", "b"]`; a name that is not of that form stays whole. */
const splitName = (name: string): string[] => {
  const matched = /^([^[\]]+)((?:\[[^[\]]*\])+)$/.exec(name);
  if (!matched) return [name];
  const [, head = "", tail = ""] = matched;
  return [head, ...tail.slice(1, -1).split("][")];
};

const insert = (root: Node, path: readonly string[], value: string) => {
  let node = root;
  for (const segment of path.slice(0, -1)) {
    const next = node.get(segment);
    const child: Node = next instanceof Map ? next : new Map();
    node.set(segment, child);
    node = child;
  }
  node.set(path.at(-1) ?? "", value);
};

const toValue = (node: Node | string): unknown => {
  if (typeof node === "string") return node;
  const isList = node.size > 0 && [...node.keys()].every(isIndex);
  if (!isList)
    return Object.fromEntries([...node].map(([k, v]) => [k, toValue(v)]));
  const sorted = [...node].sort(([a], [b]) => Number(a) - Number(b));
  return sorted.map(([, value]) => toValue(value));
};

/**
 * Query string to parameters: arrays are written `ids[0]=1&ids[1]=2`, raw or
 * percent-encoded. `fields` may use the indexes 0 to 99 only; we apply that to
 * every array (stricter, unverified for the others).
 *
 * @see https://cybozu.dev/ja/kintone/docs/rest-api/records/get-records/
 */
export const parseQueryString = (
  search: URLSearchParams,
): Record<string, unknown> => {
  const root: Node = new Map();
  for (const [name, value] of search) {
    const path = splitName(name);
    const tooFar = path
      .slice(1)
      .some((it) => isIndex(it) && Number(it) > MAX_INDEX);
    if (tooFar || path.length > MAX_DEPTH)
      throw invalidInput({
        [path[0] ?? name]: {
          messages: [
            {
              ja: `配列のインデックスには0から${MAX_INDEX}までを指定します。`,
              en: `Array indexes must be between 0 and ${MAX_INDEX}.`,
            },
          ],
        },
      });
    insert(root, path, value);
  }
  return Object.fromEntries([...root].map(([k, v]) => [k, toValue(v)]));
};
