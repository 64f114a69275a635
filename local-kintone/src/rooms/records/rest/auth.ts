import type { Caller } from "../../../model/endpoint.ts";

/** Every way to authenticate that this kintone has. */
export const ANY_AUTH: ReadonlyArray<Caller["by"]> = [
  "password",
  "session",
  "token",
];
