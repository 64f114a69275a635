import { parseArgs } from "node:util";
import { parseDay, parsePort, parseText, parseWholeNumber } from "./values.ts";
import { UsageError } from "./usage-error.ts";

/** Kind of the text after an option; `flag` takes no text. */
const PARSERS = {
  text: parseText,
  port: parsePort,
  day: parseDay,
  count: parseWholeNumber,
} as const;

type OptionKind = keyof typeof PARSERS | "flag";

type OptionSpec = {
  readonly kind: OptionKind;
  /** Placeholder of the value in the help, e.g. `N`. */
  readonly placeholder?: string;
  readonly help: string;
};

export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

type ValueOf<Kind extends OptionKind> = Kind extends keyof typeof PARSERS
  ? ReturnType<(typeof PARSERS)[Kind]> | undefined
  : boolean;

export type OptionValues<Specs extends OptionSpecs> = {
  readonly [Name in keyof Specs]: ValueOf<Specs[Name]["kind"]>;
};

export type ParsedArguments<Specs extends OptionSpecs> = {
  readonly values: OptionValues<Specs>;
  readonly positionals: readonly string[];
};

const knownOptions = (specs: OptionSpecs): string =>
  ["help", ...Object.keys(specs)].map((name) => `--${name}`).join(", ");

const parseOne = (
  name: string,
  spec: OptionSpec,
  given: string | undefined,
): unknown => {
  if (spec.kind === "flag") {
    if (given === undefined) return true;
    throw new UsageError(`--${name} takes no value.`);
  }
  if (given === undefined || given === "" || given.startsWith("--")) {
    throw new UsageError(`--${name} needs a value: ${spec.help}.`);
  }
  return PARSERS[spec.kind](given, `--${name}`);
};

const absentValues = (specs: OptionSpecs): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(specs).map(([name, { kind }]) => [
      name,
      kind === "flag" ? false : undefined,
    ]),
  );

/**
 * Reads the arguments of a command.
 *
 * @throws UsageError one sentence about the first argument that does not fit
 */
export const parseOptions = <const Specs extends OptionSpecs>(
  specs: Specs,
  args: readonly string[],
): ParsedArguments<Specs> => {
  const types = Object.entries(specs).map(
    ([name, { kind }]) =>
      [name, { type: kind === "flag" ? "boolean" : "string" }] as const,
  );
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(types),
    strict: false,
    tokens: true,
  });
  const values = absentValues(specs);
  const seen = new Set<string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") positionals.push(token.value);
    if (token.kind !== "option") continue;
    const { name, rawName, value } = token;
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
    if (spec === undefined || !rawName.startsWith("--")) {
      throw new UsageError(
        `There is no option ${rawName}; known: ${knownOptions(specs)}.`,
      );
    }
    if (seen.has(name)) throw new UsageError(`--${name} is given twice.`);
    seen.add(name);
    values[name] = parseOne(name, spec, value);
  }
  // Each value was made by the parser that its spec names.
  return { values: values as OptionValues<Specs>, positionals };
};
