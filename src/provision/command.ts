import { readFileSync } from "node:fs";
import { AppError } from "../errors/app-error.ts";
import type { Credentials } from "./node/credentials.ts";
import {
  readOptions,
  valueOf,
  type Environment,
  type GivenOptions,
} from "./options.ts";
import {
  findProgramme,
  programmes,
  type Programme,
} from "../programmes/index.ts";
import type { FederationEntity } from "./plan/federation.ts";

export type ProvisionCommand = Credentials & {
  readonly programme: Programme;
  readonly isDryRun: boolean;
  readonly prune: boolean;
  /** Asks no questions. */
  readonly isSure: boolean;
  readonly reinstallPlugin: boolean;
  readonly replacePlugin: boolean;
  /** Begin with an edition that holds the sample checklist. */
  readonly sampleEdition: boolean;
  /** Path of a plugin zip; null to leave plugins alone. */
  readonly pluginPath: string | null;
  readonly federation?: FederationEntity;
};

type Read = (name: Parameters<typeof valueOf>[0]) => string | undefined;

const isAddress = (address: string): boolean =>
  URL.canParse(address) && /^https?:$/u.test(new URL(address).protocol);

/** Leaves out the login, which a message must not show. */
const badAddress = (address: string): AppError<"provision/bad-address"> =>
  new AppError("provision/bad-address", {
    address: address.replace(/^(\w+:\/\/)?.*@/su, "$1…@"),
  });

/** A proxy's address may hold a login. */
const checkProxy = (address: string): string => {
  if (!isAddress(address)) throw badAddress(address);
  return address;
};

const checkAddress = (address: string): string => {
  if (!isAddress(address)) throw badAddress(address);
  return new URL(address).origin;
};

const REQUIRED = {
  "base-url": "KINTONE_BASE_URL",
  username: "KINTONE_USERNAME",
  password: "KINTONE_PASSWORD",
} as const;

const readCertificate = (path: string): Uint8Array => {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new AppError("provision/no-certificate", { path }, { cause });
  }
};

const toLogin = (username: string | undefined, password: string | undefined) =>
  username !== undefined && password !== undefined
    ? { username, password }
    : undefined;

const toRoute = (read: Read) => {
  const basicAuth = toLogin(
    read("basic-auth-username"),
    read("basic-auth-password"),
  );
  const proxy = read("proxy");
  const pfxPath = read("pfx-file-path");
  const guestSpaceId = read("guest-space-id");
  return {
    ...(basicAuth && { basicAuth }),
    ...(proxy !== undefined && { proxy: checkProxy(proxy) }),
    ...(pfxPath !== undefined && {
      clientCertificate: {
        pfx: readCertificate(pfxPath),
        password: read("pfx-file-password") ?? "",
      },
    }),
    ...(guestSpaceId !== undefined && { guestSpaceId }),
  };
};

const toCredentials = (read: Read): Credentials => {
  const missing = Object.entries(REQUIRED).flatMap(([name, variable]) =>
    // Each key of the table is an option.
    read(name as keyof typeof REQUIRED) === undefined ? [variable] : [],
  );
  if (missing.length > 0)
    throw new AppError("provision/no-environment", {
      names: missing.join(", "),
    });
  return {
    baseUrl: checkAddress(read("base-url") ?? ""),
    auth: {
      username: read("username") ?? "",
      password: read("password") ?? "",
    },
    ...toRoute(read),
  };
};

/**
 * Reads the address, the login and the way there from the variables.
 *
 * @throws AppError `provision/no-environment`, `provision/bad-address`
 */
export const parseCredentials = (environment: Environment): Credentials =>
  toCredentials((name) => valueOf(name, new Map(), environment));

const toFederation = (given: GivenOptions): FederationEntity | undefined => {
  const group = given.get("federation-group");
  const organization = given.get("federation-organization");
  if (organization !== undefined)
    return { type: "ORGANIZATION", code: organization };
  return group === undefined ? undefined : { type: "GROUP", code: group };
};

/**
 * The programme with this id; the first of the build without one.
 *
 * @throws AppError `provision/no-programme`
 */
export const requireProgramme = (id: string | undefined): Programme => {
  const programme = id === undefined ? programmes[0] : findProgramme(id);
  if (programme !== undefined) return programme;
  throw new AppError("provision/no-programme", {
    id: id ?? "",
    known: programmes.map((known) => known.id).join(", "),
  });
};

/** @throws AppError `provision/bad-option`, `provision/no-programme` and those of `parseCredentials` */
export const parseCommand = (
  args: readonly string[],
  environment: Environment,
): ProvisionCommand | "help" => {
  const given = readOptions(args);
  if (given.has("help")) return "help";
  const federation = toFederation(given);
  return {
    programme: requireProgramme(given.get("programme")),
    isDryRun: given.has("plan"),
    prune: given.has("prune"),
    isSure: given.has("yes"),
    sampleEdition: given.has("sample-edition"),
    reinstallPlugin: given.has("reinstall-plugin"),
    replacePlugin: given.has("replace-plugin"),
    pluginPath: given.get("plugin") ?? null,
    ...(federation && { federation }),
    ...toCredentials((name) => valueOf(name, given, environment)),
  };
};
