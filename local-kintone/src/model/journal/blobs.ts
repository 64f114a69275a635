import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Blobs } from "./codec.ts";

export type BlobFolder = Blobs & {
  /** Deletes every file but these, drafts of a killed process included. */
  keepOnly(names: ReadonlySet<string>): void;
};

/** Bytes of uploads and plugins, each in a file named by its SHA-256. */
export const createBlobs = (dir: string): BlobFolder => {
  const folder = join(dir, "files");
  mkdirSync(folder, { recursive: true });
  return {
    save: (bytes) => {
      const name = createHash("sha256").update(bytes).digest("hex");
      const path = join(folder, name);
      if (existsSync(path)) return name;
      // A kill in the middle must not leave half a file under the real name.
      const draft = `${path}.${process.pid}.draft`;
      try {
        writeFileSync(draft, bytes);
        renameSync(draft, path);
      } catch (error) {
        rmSync(draft, { force: true });
        throw error;
      }
      return name;
    },
    load: (name) => {
      if (!/^[0-9a-f]{64}$/.test(name))
        throw new Error(`Not a file name: ${name}`);
      return new Uint8Array(readFileSync(join(folder, name)));
    },
    keepOnly: (names) => {
      for (const name of readdirSync(folder))
        if (!names.has(name)) rmSync(join(folder, name), { force: true });
    },
  };
};
