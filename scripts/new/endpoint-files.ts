import type { Scaffold } from "./scaffold.ts";

/** `app/stars` → `appStars`. */
const toCamel = (name: string): string =>
  name.replace(/[/-](\w)/gu, (_, letter: string) => letter.toUpperCase());

/** A GET endpoint of the local kintone that knows its parameters, and its test. */
export const scaffoldEndpoint = (name: string): Scaffold => {
  const camel = toCamel(name);
  const file = name.replaceAll("/", "-");
  const handler = `get${camel.charAt(0).toUpperCase()}${camel.slice(1)}`;
  return {
    files: {
      [`local-kintone/src/rooms/${file}/endpoints.ts`]: `import type { Endpoint } from "../../model/endpoint.ts";
import { ${handler} } from "./${file}.ts";

export const ${camel}Endpoints: readonly Endpoint[] = [
  {
    method: "GET",
    path: "${name}",
    auth: ["password", "session", "token"],
    handle: ${handler},
  },
];
`,
      [`local-kintone/src/rooms/${file}/${file}.ts`]: `import type { ApiContext } from "../../model/endpoint.ts";
import type { JsonObject } from "../../model/model.ts";
import { openForReading } from "../rights/open-app.ts";

// Name the documentation page or the recorded answer for each thing done here.
export const ${handler} = (context: ApiContext): JsonObject => {
  const { app } = openForReading(context);
  return { app: String(app.id) };
};
`,
      [`local-kintone/test/integration/${file}.test.ts`]: `import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWithClient } from "../support/site-client.ts";
import type { ClientSite } from "../support/site-client.ts";

const PATH = "/k/v1/${name}.json";

let site: ClientSite;
beforeAll(async () => {
  site = await startWithClient();
});
afterAll(() => site.close());

describe("GET ${name}", () => {
  test("asks for the app", async () => {
    const { status, body } = await site.ask(PATH);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: "CB_VA01", errors: { app: {} } });
  });

  test("knows only apps that exist", async () => {
    const { status } = await site.ask(\`\${PATH}?app=999\`);
    expect(status).toBe(404);
  });
});
`,
    },
    edits: [
      {
        file: "local-kintone/src/rooms/endpoints.ts",
        change: (text) =>
          text
            .replace(
              "\n\n/**",
              `\nimport { ${camel}Endpoints } from "./${file}/endpoints.ts";\n\n/**`,
            )
            .replace(/\];\n$/u, `  ...${camel}Endpoints,\n];\n`),
      },
    ],
  };
};
