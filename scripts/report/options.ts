import { parseArgs } from "node:util";
import { AppError } from "../../src/errors/app-error.ts";

type FormAndMap = { readonly form: string; readonly map: string };

export type FillCommand = FormAndMap & {
  readonly name: "fill";
  readonly data: string;
  readonly out: string;
  readonly proof?: string | undefined;
};

export type ReportCommand =
  | { readonly name: "propose"; readonly form: string }
  | (FormAndMap & { readonly name: "check" | "read" })
  | FillCommand
  | {
      readonly name: "edition";
      readonly edition: string;
      readonly out: string;
      readonly form?: string | undefined;
      readonly map?: string | undefined;
    };

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const OPTIONS = {
  propose: flag,
  check: flag,
  read: flag,
  form: text,
  map: text,
  data: text,
  out: text,
  proof: text,
  edition: text,
} as const;

const usage = (cause?: unknown): AppError =>
  new AppError("report/usage", {}, { cause });

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (cause) {
    throw usage(cause);
  }
};

/** @throws AppError `report/usage` when the options do not go together */
export const parseReportCommand = (args: readonly string[]): ReportCommand => {
  const { propose, check, read, form, map, data, out, proof, edition } =
    parse(args);
  const modes = [propose, check, read].filter(Boolean).length;
  if (modes > 1) throw usage();
  if (edition !== undefined && out !== undefined && modes === 0) {
    return { name: "edition", edition, out, form, map };
  }
  if (form === undefined || edition !== undefined) throw usage();
  if (propose) return { name: "propose", form };
  if (map === undefined) throw usage();
  if (check) return { name: "check", form, map };
  if (read) return { name: "read", form, map };
  if (data === undefined || out === undefined) throw usage();
  return { name: "fill", form, map, data, out, proof };
};
