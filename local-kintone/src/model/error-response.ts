import { randomBytes } from "node:crypto";
import type { ApiError, ErrorMap } from "../ground/api-error.ts";
import type { Language } from "./language.ts";

/** 20 characters, new for every answer. */
const errorId = () =>
  randomBytes(15).toString("base64url").replace(/[-_]/g, "0");

const toMessages = (errors: ErrorMap, language: Language) =>
  Object.fromEntries(
    Object.entries(errors).map(([path, { messages }]) => [
      path,
      { messages: messages.map((message) => message[language]) },
    ]),
  );

/** The JSON of an error, as kintone words it (also one entry of a failed bulkRequest). */
export const errorBody = (error: ApiError, language: Language) => ({
  code: error.code,
  id: errorId(),
  message: error.text[language],
  ...(error.errors && { errors: toMessages(error.errors, language) }),
});

/** An answer whose body is encoded JSON already. */
export const jsonBytesResponse = (
  body: Uint8Array<ArrayBuffer>,
  status = 200,
  headers: Record<string, string> = {},
): Response =>
  new Response(body, {
    status,
    headers: { "Content-Type": "application/json;charset=utf-8", ...headers },
  });

export const jsonResponse = (
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): Response =>
  // As bytes it is encoded once, not for its length too.
  jsonBytesResponse(Buffer.from(JSON.stringify(body)), status, headers);

export const errorResponse = (
  error: ApiError,
  language: Language,
  headers: Record<string, string> = {},
): Response => jsonResponse(errorBody(error, language), error.status, headers);
