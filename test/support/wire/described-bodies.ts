import { existsSync, readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { parse } from "yaml";
import type { Exchange, Json } from "./wire-log.ts";

type Operation = {
  requestBody?: { content: Record<string, { schema: Json }> };
};
type Description = {
  paths: Record<string, Record<string, Operation>>;
  components: Json;
};

/** Kintone's OpenAPI description if it lies beside the project, else null. */
export const readDescription = (url: URL): Description | null =>
  // The file is Cybozu's own description; the members used here are those of OpenAPI.
  existsSync(url) ? (parse(readFileSync(url, "utf8")) as Description) : null;

/** @returns what is wrong with the bodies by the description, and how many it judged */
export const judgeBodies = (
  description: Description,
  log: readonly Exchange[],
) => {
  const ajv = new Ajv2020({
    strict: false,
    validateFormats: false,
    // kintone takes numbers as texts and gives them so.
    coerceTypes: true,
  });
  ajv.addSchema({ $id: "kintone:", components: description.components });
  const compiled = new Map<Json, ValidateFunction>();
  const compile = (schema: Json): ValidateFunction => {
    const text = JSON.stringify(schema).replaceAll('"#/', '"kintone:#/');
    const known = compiled.get(schema) ?? ajv.compile(JSON.parse(text) as Json);
    compiled.set(schema, known);
    return known;
  };
  const schemaOf = ({ method, url }: Exchange): Json | undefined => {
    const { pathname } = new URL(url, "http://localhost");
    const operation = description.paths[pathname]?.[method.toLowerCase()];
    return operation?.requestBody?.content["application/json"]?.schema;
  };
  const judged = log.flatMap((exchange) => {
    const schema = schemaOf(exchange);
    if (exchange.body === null || schema === undefined) return [];
    const isRight = compile(schema);
    const errors = isRight(structuredClone(exchange.body))
      ? []
      : isRight.errors;
    const words = (errors ?? []).map(
      ({ instancePath, message }) =>
        `${exchange.method} ${exchange.url} ${instancePath}: ${String(message)}`,
    );
    return [words];
  });
  return { count: judged.length, wrong: [...new Set(judged.flat())] };
};
