import { collectLicences } from "./licences.ts";
import {
  joinStyles,
  readStaticFiles,
  STYLES,
  type PluginFiles,
} from "./sources.ts";

// kintone keeps no file that the manifest does not name, so the texts travel as a
// style sheet of the settings page.
const toComment = (text: string): string =>
  `/*\n${text.replaceAll("*/", "* /")}*/\n`;

/** Puts bundled scripts, styles, licences and the files of plugin/ together. */
export const assemblePlugin = async (
  scripts: PluginFiles,
): Promise<PluginFiles> => {
  const [staticFiles, styles, licences] = await Promise.all([
    readStaticFiles(),
    joinStyles(),
    collectLicences(),
  ]);
  return {
    ...staticFiles,
    ...scripts,
    [STYLES]: Buffer.from(styles),
    "css/licences.css": Buffer.from(toComment(licences)),
  };
};
