import type { Connection } from "./connection.ts";
import { createDirectory, type DirectoryRequest } from "./directory.ts";
import { createPageClient, type SiteRequest } from "./page-client.ts";

type PageTransport = {
  readonly request: SiteRequest;
  upload(file: { name: string; bytes: Uint8Array }): Promise<string>;
};

const createUserRequest =
  (request: SiteRequest): DirectoryRequest =>
  (method, address, body) => {
    const { pathname, searchParams } = new URL(address, "https://page");
    const path = pathname.replace(/\.json$/u, "");
    return request(method, path, body ?? Object.fromEntries(searchParams));
  };

/** A site as the user of the page reaches it: no address, no password. */
export const createPageConnection = (
  baseUrl: string,
  { request, upload }: PageTransport,
): Connection => ({
  baseUrl,
  client: createPageClient(request),
  directory: createDirectory(createUserRequest(request)),
  upload,
});
