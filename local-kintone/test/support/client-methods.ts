import type { KintoneRestAPIClient } from "@kintone/rest-api-client";

/** Parts of the official client, each with methods of its own. */
const PARTS = ["record", "app", "space", "file", "plugin"] as const;

/** Private in the client's types: pieces of methods that are called below. */
const INNER = [
  "record.warnMaximumOffsetValueIfNeeded",
  "record.addAllRecordsRecursive",
  "record.addAllRecordsWithBulkRequest",
  "record.updateAllRecordsRecursive",
  "record.updateAllRecordsWithBulkRequest",
  "record.deleteAllRecordsRecursive",
  "record.deleteAllRecordsWithBulkRequest",
  "record.separateArrayRecursive",
];
/** Method of the client itself: sends no request. */
const SILENT = ["getBaseUrl"];

const methodsOf = (part: object): string[] =>
  Object.getOwnPropertyNames(Object.getPrototypeOf(part)).filter(
    (name) => name !== "constructor",
  );

/** Every method that the client of today has, found while the test runs. */
export const everyMethod = (client: KintoneRestAPIClient): string[] => [
  ...PARTS.flatMap((part) =>
    methodsOf(client[part])
      .map((name) => `${part}.${name}`)
      .filter((name) => !INNER.includes(name)),
  ),
  ...methodsOf(client).filter((name) => !SILENT.includes(name)),
];

/** The same object, which adds to `succeeded` each method whose promise was kept. */
export const noting = <T extends object>(
  target: T,
  succeeded: Set<string>,
  prefix = "",
): T =>
  new Proxy(target, {
    get(it, name) {
      const value: unknown = Reflect.get(it, name);
      if (PARTS.some((part) => part === name && prefix === ""))
        return noting(value as object, succeeded, `${String(name)}.`);
      if (typeof value !== "function") return value;
      return async (...given: unknown[]) => {
        const result: unknown = await Reflect.apply(value, it, given);
        succeeded.add(prefix + String(name));
        return result;
      };
    },
  });

/** Methods that `rest-api-client-spaces.test.ts` calls; all others are called in `rest-api-client.test.ts`. */
export const isSpaceMethod = (name: string): boolean =>
  name.startsWith("space.") || name === "app.move";
