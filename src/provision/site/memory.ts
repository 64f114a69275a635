import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { appKeys, type AppKey } from "../../apps/index.ts";

export type KnownApps = Readonly<Partial<Record<AppKey, string>>>;

/**
 * Which apps we made. kintone lists an app only after its first publication, so
 * an app made just before a failure could not be found again by asking.
 */
export type ProvisionMemory = {
  recall(): Promise<KnownApps>;
  remember(key: AppKey, id: string): Promise<void>;
};

/** For sites that do not outlive the process. */
export const createMemory = (): ProvisionMemory => {
  let known: KnownApps = {};
  return {
    recall: async () => known,
    remember: async (key, id) => {
      known = { ...known, [key]: id };
    },
  };
};

const parseKnownApps = (text: string): KnownApps => {
  const parsed: unknown = JSON.parse(text);
  const entries = Object.entries(Object(parsed)).filter(
    ([key, id]) =>
      appKeys.some((known) => known === key) && typeof id === "string",
  );
  return Object.fromEntries(entries);
};

const isMissing = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

/** One small file per site and programme. It may be deleted once all is published. */
export const createFileMemory = (
  folder: string,
  baseUrl: string,
  programmeId: string,
): ProvisionMemory => {
  const host = new URL(baseUrl).host.replace(/[^\w.-]/gu, "_");
  const path = join(folder, `${host}-${programmeId}.json`);
  const recall = async (): Promise<KnownApps> => {
    try {
      return parseKnownApps(await readFile(path, "utf8"));
    } catch (error) {
      if (isMissing(error)) return {};
      throw error;
    }
  };
  return {
    recall,
    remember: async (key, id) => {
      const known = { ...(await recall()), [key]: id };
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, `${JSON.stringify(known, null, 2)}\n`);
    },
  };
};
