import path from "node:path";
import { Marked } from "marked";

const STYLE = `
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font-family: sans-serif; line-height: 1.8; }
img { max-width: 100%; border: 1px solid #ccc; }
table { border-collapse: collapse; }
th, td { border: 1px solid #999; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
code { background: #f3f3f3; }
@page { size: A4; margin: 12mm 14mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 9pt; line-height: 1.4; }
  h1 { margin: 0 0 2mm; font-size: 15pt; }
  h2, h3 { margin: 3mm 0 1mm; font-size: 11pt; break-after: avoid; }
  p, ul, ol, table { margin-block: 1mm; }
  th, td { padding: 0.2mm 1.5mm; }
  img { max-height: 52mm; width: auto; }
  tr, img { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
}
`;

/** Places in the release by path in the repository. */
export type Places = ReadonlyMap<string, string>;

/** The anchors that GitHub gives to headings, which the guide's own links use. */
const toAnchor = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/gu, "-");

/**
 * The same target as seen from the page's place in the release.
 *
 * @throws Error for a file that the release does not hold
 */
const toReleaseLink = (
  source: string,
  href: string,
  places: Places,
): string => {
  if (href.startsWith("#") || /^[a-z]+:/u.test(href)) return href;
  const [file = "", anchor] = href.split("#");
  const target = path.posix.join(path.posix.dirname(source), file);
  const [from, to] = [places.get(source), places.get(target)];
  if (from === undefined || to === undefined) {
    throw new Error(`${source} links to ${href}, which the release lacks.`);
  }
  const link = path.posix.relative(path.posix.dirname(from), to);
  return anchor === undefined ? link : `${link}#${anchor}`;
};

const createRenderer = (source: string, places: Places): Marked =>
  new Marked({
    gfm: true,
    walkTokens: (token) => {
      if (token.type === "link" || token.type === "image")
        token.href = toReleaseLink(source, String(token.href), places);
    },
    renderer: {
      heading({ tokens, depth, text }) {
        const html = this.parser.parseInline(tokens);
        return `<h${depth} id="${toAnchor(text)}">${html}</h${depth}>\n`;
      },
    },
  });

/**
 * A page that reads without a server and without anything fetched.
 *
 * @param source - path of the Markdown in the repository
 */
export const renderPage = async (
  source: string,
  markdown: string,
  places: Places,
): Promise<string> => {
  const title = /^# (.+)$/mu.exec(markdown)?.[1] ?? "Suisen";
  const body = await createRenderer(source, places).parse(markdown);
  return `<!doctype html>
<html lang="${source.startsWith("docs/ja/") ? "ja" : "en"}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
${body}
</html>
`;
};
