import { parseArgs } from "node:util";
import { AppError } from "../../src/errors/app-error.ts";

type FormAndMap = { readonly form: string; readonly map: string };

export type FillCommand = FormAndMap & {
  readonly name: "fill";
  readonly data: string;
  readonly out: string;
  readonly proof?: string | undefined;
};

export type CheckCommand = FormAndMap & {
  readonly name: "check";
  readonly data?: string | undefined;
};

export type ReadCommand = FormAndMap & {
  readonly name: "read";
  /** The form before it was filled. */
  readonly blank?: string | undefined;
};

export type ProposeCommand = {
  readonly name: "propose";
  readonly form: string;
  /** Proposes also for a form that is for something else. */
  readonly isAnyway: boolean;
  /** Prints the rule of each cell in place of the map. */
  readonly isExplained: boolean;
  /** Absent: the first programme of the build. */
  readonly programme?: string | undefined;
};

const KINDS = ["main", "addition"] as const;

export type ReportKind = (typeof KINDS)[number];

export type ReportCommand =
  | ProposeCommand
  | CheckCommand
  | ReadCommand
  | FillCommand
  | {
      readonly name: "edition";
      readonly edition: string;
      readonly out: string;
      readonly form?: string | undefined;
      readonly map?: string | undefined;
      /** Absent: what the ledger suggests. */
      readonly kind?: ReportKind | undefined;
      /** Absent: the first programme of the build. */
      readonly programme?: string | undefined;
      /** Record number of the firm, where the form is about one. */
      readonly nomination?: string | undefined;
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
  blank: text,
  edition: text,
  kind: text,
  nomination: text,
  programme: text,
  anyway: flag,
  explain: flag,
} as const;

type Name = keyof typeof OPTIONS;

/** Options of each way of calling; a `?` may be left out. */
const WAYS = {
  propose: ["propose", "form", "anyway?", "explain?", "programme?"],
  check: ["check", "form", "map", "data?"],
  read: ["read", "form", "map", "blank?"],
  edition: [
    "edition",
    "out",
    "form?",
    "map?",
    "kind?",
    "nomination?",
    "programme?",
  ],
  fill: ["form", "map", "data", "out", "proof?"],
} as const;

const isName = (name: string): name is Name => Object.hasOwn(OPTIONS, name);

const usage = (problem = ""): AppError =>
  new AppError("report/usage", { problem });

/** Every option at most once, each with its value. */
const parse = (args: readonly string[]): ReadonlyMap<Name, string> => {
  const { tokens } = parseArgs({
    args: [...args],
    options: OPTIONS,
    strict: false,
    tokens: true,
  });
  const values = new Map<Name, string>();
  for (const token of tokens) {
    if (token.kind === "option-terminator") continue;
    if (token.kind === "positional") {
      throw usage(`「${token.value}」は余分です。`);
    }
    const { name, rawName, value = "", inlineValue } = token;
    if (!isName(name)) throw usage(`「${rawName}」という指定はありません。`);
    if (values.has(name)) throw usage(`「${rawName}」が二度あります。`);
    const isFlag = OPTIONS[name].type === "boolean";
    const isMissing = value === "" || (!inlineValue && value.startsWith("--"));
    if (isFlag ? inlineValue : isMissing) {
      throw usage(
        isFlag
          ? `「${rawName}」に値は要りません。`
          : `「${rawName}」に値がありません。`,
      );
    }
    values.set(name, value);
  }
  return values;
};

const parseKind = (given: string | undefined): ReportKind | undefined => {
  const kind = KINDS.find((one) => one === given);
  if (given !== undefined && kind === undefined) {
    throw usage(`「--kind」は main か addition です。`);
  }
  return kind;
};

/** @throws AppError `report/usage` when the options do not go together */
export const parseReportCommand = (args: readonly string[]): ReportCommand => {
  const values = parse(args);
  const modes = (["propose", "check", "read", "edition"] as const).filter(
    (mode) => values.has(mode),
  );
  if (modes.length > 1) throw usage();
  const name = modes[0] ?? "fill";
  const way: readonly string[] = WAYS[name];
  const missing = way.find(
    (one) => !one.endsWith("?") && !values.has(one as Name), // names of WAYS without `?` are names of OPTIONS
  );
  if (missing !== undefined) {
    throw usage(values.size === 0 ? "" : `「--${missing}」がありません。`);
  }
  const extra = [...values.keys()].find(
    (one) => !way.includes(one) && !way.includes(`${one}?`),
  );
  if (extra !== undefined) {
    throw usage(`「--${extra}」はここでは使えません。`);
  }
  const of = (option: Name): string => values.get(option) ?? "";
  const [form, map] = [of("form"), of("map")];
  switch (name) {
    case "propose":
      return {
        name,
        form,
        isAnyway: values.has("anyway"),
        isExplained: values.has("explain"),
        programme: values.get("programme"),
      };
    case "check":
      return { name, form, map, data: values.get("data") };
    case "read":
      return { name, form, map, blank: values.get("blank") };
    case "edition":
      return {
        name,
        edition: of("edition"),
        out: of("out"),
        form: values.get("form"),
        map: values.get("map"),
        kind: parseKind(values.get("kind")),
        nomination: values.get("nomination"),
        programme: values.get("programme"),
      };
    default:
      return {
        name,
        form,
        map,
        data: of("data"),
        out: of("out"),
        proof: values.get("proof"),
      };
  }
};
