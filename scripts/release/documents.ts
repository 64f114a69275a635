/** The documents of a release: the guide and the page about security as HTML, the rest as it is. */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { ROOT, type PluginFiles } from "../plugin/sources.ts";
import { renderPage, type Places } from "./guide.ts";

const GUIDE = "docs/ja";

const isPage = (source: string): boolean =>
  source === "SECURITY.md" || source.startsWith(`${GUIDE}/`);

const toGuidePlace = (name: string): string =>
  name === "README.md" ? "index.html" : name.replace(/\.md$/u, ".html");

const listPlaces = async (): Promise<Places> => {
  const list = (folder: string): Promise<string[]> =>
    readdir(path.join(ROOT, folder));
  const pages = (await list(GUIDE)).filter((name) => name.endsWith(".md"));
  const pictures = await list(`${GUIDE}/images`);
  return new Map([
    ...pages.map((name): [string, string] => [
      `${GUIDE}/${name}`,
      `guide/${toGuidePlace(name)}`,
    ]),
    ...pictures.map((name): [string, string] => [
      `${GUIDE}/images/${name}`,
      `guide/images/${name}`,
    ]),
    ["SECURITY.md", "SECURITY.html"],
    ["CHANGELOG.md", "CHANGELOG.md"],
    ["LICENSE", "LICENSE"],
  ]);
};

const readDocument = async (
  source: string,
  places: Places,
): Promise<Buffer> => {
  const bytes = await readFile(path.join(ROOT, source));
  return isPage(source) && source.endsWith(".md")
    ? Buffer.from(await renderPage(source, bytes.toString("utf8"), places))
    : bytes;
};

/** @throws Error for a link to a file that the release does not hold */
export const collectDocuments = async (): Promise<PluginFiles> => {
  const places = await listPlaces();
  return Object.fromEntries(
    await Promise.all(
      [...places].map(async ([source, place]) => [
        place,
        await readDocument(source, places),
      ]),
    ),
  );
};
