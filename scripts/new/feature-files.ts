import type { Scaffold } from "./scaffold.ts";

/** `deadline-line` → `deadlineLine`. */
const toCamel = (id: string): string =>
  id.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());

const toPascal = (id: string): string => {
  const camel = toCamel(id);
  return `${camel.charAt(0).toUpperCase()}${camel.slice(1)}`;
};

/** A line above the fields of a nomination: what it decides, draws and says, and its test. */
export const scaffoldFeature = (id: string): Scaffold => {
  const [camel, pascal] = [toCamel(id), toPascal(id)];
  const folder = `src/features/${id}`;
  return {
    files: {
      [`${folder}/messages.ts`]: `import type { Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "名称", en: "Name" },
} satisfies Messages;

export type ${pascal}Messages = typeof messages;
`,
      [`${folder}/view-model.ts`]: `import type { AppRecord } from "../../apps/records.ts";

type Fields = Pick<AppRecord<"nominations">, "registeredName">;

/** Text to show; null leaves the line out. */
export const toLine = ({ registeredName }: Fields): string | null =>
  registeredName === "" ? null : registeredName;
`,
      [`${folder}/view.ts`]: `import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";

export const renderLine = (title: string, line: string): TemplateResult =>
  html\`<section class="suisen-line" aria-label=\${title}>
    <h2 class="suisen-line-title">\${title}</h2>
    <p>\${line}</p>
  </section>\`;
`,
      [`${folder}/index.ts`]: `import { html } from "lit/html.js";
import type { TemplateResult } from "lit/html.js";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import { showPanel } from "../../feature-kit/panel.ts";
import { readRecordNow } from "../../feature-kit/record-now.ts";
import { messages } from "./messages.ts";
import type { ${pascal}Messages } from "./messages.ts";
import { toLine } from "./view-model.ts";
import { renderLine } from "./view.ts";

type Context = FeatureContext<${pascal}Messages>;

const render = (context: Context): TemplateResult => {
  const line = toLine(readRecordNow(context).nomination);
  return line === null ? html\`\` : renderLine(context.t("title"), line);
};

const show = (context: Context): void => {
  showPanel(context, "suisenTop", "${id}", () => render(context));
};

export const ${camel} = defineFeature({
  id: "${id}",
  apps: ["nominations"],
  messages,
  on: {
    "record.detail": show,
    "record.edit": show,
    "record.change": { fields: ["registeredName"] },
  },
});
`,
      [`test/unit/features/${id}/view-model.test.ts`]: `import { describe, expect, test } from "vitest";
import { toLine } from "../../../../src/features/${id}/view-model.ts";
import { aNomination } from "../../../support/domain-records.ts";

describe("${id}", () => {
  test("shows the registered name", () => {
    const nomination = aNomination({ registeredName: "株式会社青浜商店" });
    expect(toLine(nomination)).toBe("株式会社青浜商店");
  });

  test("is left out where there is no name", () => {
    expect(toLine(aNomination({ registeredName: "" }))).toBeNull();
  });
});
`,
    },
    edits: [
      {
        file: "src/features/index.ts",
        // After the last import, and as the last of the list.
        change: (text) =>
          text
            .replace(
              "\n\n/**",
              `\nimport { ${camel} } from "./${id}/index.ts";\n\n/**`,
            )
            .replace(/\];\n$/u, `  ${camel},\n];\n`),
      },
    ],
  };
};
