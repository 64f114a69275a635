import { parseOptions } from "./options.ts";
import type { OptionSpecs, ParsedArguments } from "./options.ts";
import { toSentence } from "./to-sentence.ts";
import { UsageError } from "./usage-error.ts";

export type Command<Specs extends OptionSpecs> = {
  /** As it is typed, e.g. `npm start`. */
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  readonly options: Specs;
  /** Names of what is given without an option, e.g. `PATH`; none by default. */
  readonly positionals?: string;
  run(given: ParsedArguments<Specs>): Promise<void>;
};

const toRow = ([left, right]: readonly [string, string]): string =>
  `  ${left.padEnd(22)} ${right}`;

/** The text of `--help`. */
const toHelp = <Specs extends OptionSpecs>(
  command: Omit<Command<Specs>, "run">,
): string => {
  const rows = Object.entries(command.options).map(
    ([name, { placeholder = "", help }]) =>
      [`--${name} ${placeholder}`.trimEnd(), help] as const,
  );
  const { positionals } = command;
  const usage = positionals === undefined ? "" : ` ${positionals}`;
  return [
    `${command.name} -- [options]${usage}`,
    "",
    command.summary,
    "",
    ...[...rows, ["--help", "prints this"] as const].map(toRow),
  ].join("\n");
};

const follow = async <const Specs extends OptionSpecs>(
  command: Command<Specs>,
  args: readonly string[],
): Promise<void> => {
  if (args.includes("--help")) {
    console.log(toHelp(command));
    return;
  }
  const given = parseOptions(command.options, args);
  const [extra] = given.positionals;
  if (extra !== undefined && command.positionals === undefined) {
    throw new UsageError(
      `${command.name} does not know what to do with “${extra}”.`,
    );
  }
  await command.run(given);
};

/**
 * Runs a script with the arguments of its process. What goes wrong ends it with
 * code 1 and one sentence; `SUISEN_STACK=1` prints the stack too.
 */
export const runCommand = async <const Specs extends OptionSpecs>(
  command: Command<Specs>,
  args: readonly string[] = process.argv.slice(2),
): Promise<void> => {
  try {
    await follow(command, args);
  } catch (error) {
    process.exitCode = 1;
    console.error(toSentence(error));
    if (process.env.SUISEN_STACK !== undefined) console.error(error);
  }
};
