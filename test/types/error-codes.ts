/** Compiled, never run: an error of the wrong code or values does not compile. */
import { AppError } from "../../src/errors/app-error.ts";
import { hasErrorCode } from "../../src/errors/user-error.ts";

const error: unknown = null;

export const accepted = [
  new AppError("board/no-edition"),
  new AppError("kintone/busy", { id: "abc123" }),
  new AppError("report/edition-missing", { edition: "2022" }),
  new AppError("provision/no-zip", { path: "plugin.zip" }, { cause: error }),
  hasErrorCode(error, "kintone/no-right"),
];

export const refused = [
  // @ts-expect-error The code is in no catalogue.
  new AppError("board/no-editoin"),
  // @ts-expect-error The sentence needs the name of the edition.
  new AppError("report/edition-missing"),
  // @ts-expect-error The value has another name.
  new AppError("report/edition-missing", { name: "2022" }),
  // @ts-expect-error The value is a text.
  new AppError("report/edition-missing", { edition: 2022 }),
  // @ts-expect-error The sentence takes no values.
  new AppError("board/no-edition", { edition: "2022" }),
  // @ts-expect-error A code that is never thrown cannot be caught.
  hasErrorCode(error, "kintone/no-rihgt"),
];
