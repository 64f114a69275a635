import type { Directory } from "./directory.ts";
import type { SiteClient } from "./site-client.ts";

/** A site as one user reaches it: its apps, and its users and groups. */
export type Connection = {
  readonly baseUrl: string;
  readonly client: SiteClient;
  readonly directory: Directory;
  /** Space and thread of new apps; absent for apps outside of spaces. */
  findSpace?: () => Promise<{ space: string; thread: string }>;
  /** @returns a temporary file key */
  upload(file: { name: string; bytes: Uint8Array }): Promise<string>;
};
