import { Marked } from "marked";

const STYLE = `
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font-family: sans-serif; line-height: 1.8; }
img { max-width: 100%; border: 1px solid #ccc; }
table { border-collapse: collapse; }
th, td { border: 1px solid #999; padding: 0.25rem 0.5rem; text-align: left; vertical-align: top; }
code { background: #f3f3f3; }
`;

/** The anchors that GitHub gives to headings, which the guide's own links use. */
const toAnchor = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/gu, "-");

const createRenderer = (): Marked =>
  new Marked({
    gfm: true,
    renderer: {
      heading({ tokens, depth, text }) {
        const html = this.parser.parseInline(tokens);
        return `<h${depth} id="${toAnchor(text)}">${html}</h${depth}>\n`;
      },
    },
  });

/** A page that reads without a server and without anything fetched. */
export const renderGuide = async (markdown: string): Promise<string> => {
  const title = /^# (.+)$/mu.exec(markdown)?.[1] ?? "Suisen";
  const body = await createRenderer().parse(markdown);
  return `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<style>${STYLE}</style>
${body}
</html>
`;
};
