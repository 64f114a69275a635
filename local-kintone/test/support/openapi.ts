import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";

export type Schema = {
  $ref?: string;
  type?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: Schema | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  description?: string;
  maxLength?: number;
};
type Content = Record<string, { schema: Schema }>;
type Operation = { responses: Record<string, { content?: Content }> };
export type OpenApi = {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

/** The description if it lies beside the project, else null. */
export const readOpenApi = (url: URL): OpenApi | null =>
  existsSync(url) ? (parse(readFileSync(url, "utf8")) as OpenApi) : null;

export type Difference = { at: string; says: string };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isNumeric = (value: unknown) =>
  typeof value === "number" ||
  // Answers carry ids, revisions and numbers as text; "" is an unset one.
  (typeof value === "string" &&
    (value === "" || /^-?\d+(\.\d+)?$/.test(value)));

const fits = (type: string, value: unknown): boolean => {
  if (type === "object") return isObject(value);
  if (type === "array") return Array.isArray(value);
  if (type === "integer" || type === "number") return isNumeric(value);
  if (type === "boolean") return typeof value === "boolean";
  return typeof value === "string";
};

/** Differences of an answer from its description. Unknown members count as differences. */
export const createChecker = (api: OpenApi) => {
  const resolve = (schema: Schema): Schema => {
    const name = schema.$ref?.split("/").at(-1);
    const target = name === undefined ? schema : api.components.schemas[name];
    if (!target) throw new Error(`No schema ${String(name)}`);
    return target;
  };

  const best = (
    variants: Schema[],
    value: unknown,
    at: string,
  ): Difference[] => {
    const found = variants.map((variant) => check(variant, value, at));
    return found.reduce((a, b) => (b.length < a.length ? b : a));
  };

  const checkMembers = (
    schema: Schema,
    value: Record<string, unknown>,
    at: string,
  ): Difference[] => {
    const known = schema.properties ?? {};
    const missing = (schema.required ?? [])
      .filter((name) => value[name] === undefined)
      .map((name) => ({ at: `${at}.${name}`, says: "required and missing" }));
    const members = Object.entries(value).flatMap(([name, member]) => {
      const own = Object.hasOwn(known, name) ? known[name] : undefined;
      if (own) return check(own, member, `${at}.${name}`);
      const { additionalProperties: others } = schema;
      if (isObject(others)) return check(others, member, `${at}.{}`);
      return schema.properties
        ? [{ at: `${at}.${name}`, says: "not described" }]
        : [];
    });
    return [...missing, ...members];
  };

  const check = (given: Schema, value: unknown, at: string): Difference[] => {
    const schema = resolve(given);
    const variants = schema.anyOf ?? schema.oneOf;
    if (variants) return best(variants, value, at);
    if (schema.allOf)
      return schema.allOf.flatMap((part) => check(part, value, at));
    const { type } = schema;
    if (type === undefined && !schema.properties) return [];
    if (value === null) return [{ at, says: `null, not ${type}` }];
    if (type !== undefined && !fits(type, value))
      return [{ at, says: `${typeof value}, not ${type}` }];
    if (schema.enum && !schema.enum.includes(value))
      return [{ at, says: `${JSON.stringify(value)} is not in the enum` }];
    const { items } = schema;
    if (Array.isArray(value) && items)
      return value.flatMap((item) => check(items, item, `${at}[]`));
    return isObject(value) ? checkMembers(schema, value, at) : [];
  };

  return (method: string, path: string, body: unknown): Difference[] => {
    const operation = api.paths[path]?.[method.toLowerCase()];
    if (!operation) return [{ at: `${method} ${path}`, says: "not described" }];
    const content = operation.responses["200"]?.content ?? {};
    const schema = content["application/json"]?.schema;
    return schema ? check(schema, body, "") : [];
  };
};
