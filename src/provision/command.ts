import { AppError } from "../errors/app-error.ts";
import type { Credentials } from "./node/credentials.ts";

export type ProvisionCommand = Credentials & {
  readonly isDryRun: boolean;
  readonly prune: boolean;
  readonly reinstallPlugin: boolean;
  /** Begin with an edition that holds the sample checklist. */
  readonly sampleEdition: boolean;
  /** Path of a plugin zip; null to leave plugins alone. */
  readonly pluginPath: string | null;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** The names that cli-kintone uses. */
const VARIABLES = {
  baseUrl: "KINTONE_BASE_URL",
  username: "KINTONE_USERNAME",
  password: "KINTONE_PASSWORD",
} as const;

const checkAddress = (address: string): string => {
  const isUsable =
    URL.canParse(address) && /^https?:$/u.test(new URL(address).protocol);
  if (!isUsable) throw new AppError("provision/bad-address", { address });
  return new URL(address).origin;
};

/**
 * Reads the address and the login.
 *
 * @throws AppError `provision/no-environment`, `provision/bad-address`
 */
export const parseCredentials = (environment: Environment): Credentials => {
  const missing = Object.values(VARIABLES).filter((name) => !environment[name]);
  if (missing.length > 0)
    throw new AppError("provision/no-environment", {
      names: missing.join(", "),
    });
  const valueOf = (name: string): string => environment[name] ?? "";
  return {
    baseUrl: checkAddress(valueOf(VARIABLES.baseUrl)),
    auth: {
      username: valueOf(VARIABLES.username),
      password: valueOf(VARIABLES.password),
    },
  };
};

type Options = Omit<ProvisionCommand, keyof Credentials>;

const flags: Readonly<Record<string, Partial<Options>>> = {
  "--plan": { isDryRun: true },
  "--prune": { prune: true },
  "--sample-edition": { sampleEdition: true },
  "--reinstall-plugin": { reinstallPlugin: true },
};

const parseOptions = (args: readonly string[]): Options => {
  const [first, ...rest] = args;
  if (first === undefined)
    return {
      isDryRun: false,
      prune: false,
      reinstallPlugin: false,
      sampleEdition: false,
      pluginPath: null,
    };
  const [path, ...others] = rest;
  if (first === "--plugin" && path !== undefined && !path.startsWith("--"))
    return { ...parseOptions(others), pluginPath: path };
  const flag = flags[first];
  if (flag === undefined)
    throw new AppError("provision/bad-option", { option: first });
  return { ...parseOptions(rest), ...flag };
};

/** @throws AppError `provision/bad-option` and those of `parseCredentials` */
export const parseCommand = (
  args: readonly string[],
  environment: Environment,
): ProvisionCommand => ({
  ...parseOptions(args),
  ...parseCredentials(environment),
});
