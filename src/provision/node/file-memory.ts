import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  parseKnownApps,
  type KnownApps,
  type ProvisionMemory,
} from "../site/memory.ts";

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
