import { TAKEN, tryWithRight } from "../attempt.ts";
import type { ProbeSite } from "../row.ts";

/** Shapes that the client's types refuse are what some rows try. */
export const loose = <T>(value: unknown): T => value as T;

export const putView = (
  { client, app }: ProbeSite,
  view: Record<string, unknown>,
) =>
  tryWithRight(async () => {
    await client.app.updateViews({
      app,
      views: loose({
        v: { type: "LIST", name: "v", index: 0, fields: ["word"], ...view },
      }),
    });
    await client.app.updateViews({ app, views: {} });
  });

export const addField = (
  { client, app }: ProbeSite,
  property: Record<string, unknown> & { code: string },
) =>
  tryWithRight(async () => {
    const { code } = property;
    await client.app.addFormFields({
      app,
      properties: loose({ [code]: { label: code, ...property } }),
    });
    await client.app.deleteFormFields({ app, fields: [code] });
  });

export const lookup = (
  app: string,
  mappings: Record<string, string>,
  more: object = {},
) => ({
  type: "SINGLE_LINE_TEXT",
  code: "probeLookup",
  lookup: {
    relatedApp: { app },
    relatedKeyField: "word",
    fieldMappings: Object.entries(mappings).map(([field, relatedField]) => ({
      field,
      relatedField,
    })),
    lookupPickerFields: ["word"],
    filterCond: "",
    sort: "",
    ...more,
  },
});

export const nobody = { type: "ONE", entities: [] };

export const putProcess = (
  { client, app }: ProbeSite,
  states: Record<string, unknown>,
  actions: unknown[] = [],
) =>
  tryWithRight(() =>
    client.app.updateProcessManagement(
      loose({ app, enable: true, states, actions }),
    ),
  );

export const firstNameOf = async ({
  client,
  app,
}: ProbeSite): Promise<string> => {
  const { states } = await client.app.getProcessManagement({
    app,
    preview: true,
  });
  return Object.values(states ?? {}).find(({ index }) => Number(index) === 0)
    ?.name as string;
};

export const related = (app: string, more: object) => ({
  type: "REFERENCE_TABLE",
  code: "probeRelated",
  referenceTable: {
    relatedApp: { app },
    condition: { field: "word", relatedField: "copy" },
    filterCond: "",
    displayFields: ["word"],
    ...more,
  },
});

/** A field of choices without its type. */
export const choice = {
  code: "probeChoice",
  options: { a: { label: "a", index: "0" }, b: { label: "b", index: "1" } },
};

export const putSpacer = ({ client, app }: ProbeSite, height: string) =>
  tryWithRight(async () => {
    const { layout } = await client.app.getFormLayout({ app, preview: true });
    const spacer = {
      type: "SPACER",
      elementId: "probe",
      size: { width: "100", height },
    };
    await client.app.updateFormLayout({
      app,
      layout: loose([...layout, { type: "ROW", fields: [spacer] }]),
    });
    await client.app.updateFormLayout({ app, layout });
  });

/** Deletes a field that a list of the app uses. */
export const deleteUsed = async (
  { client, app }: ProbeSite,
  view: Record<string, unknown>,
): Promise<string> => {
  const doomed = { type: "SINGLE_LINE_TEXT", code: "doomed", label: "doomed" };
  await client.app.addFormFields({ app, properties: loose({ doomed }) });
  await client.app.updateViews({
    app,
    views: loose({
      v: { type: "LIST", name: "v", index: 0, fields: ["word"], ...view },
    }),
  });
  const remove = () => client.app.deleteFormFields({ app, fields: ["doomed"] });
  const seen = await tryWithRight(remove);
  await client.app.updateViews({ app, views: {} });
  if (seen !== TAKEN) await remove();
  return seen;
};

export const columnsLeftOut = async ({ client, app }: ProbeSite) => {
  const column = (code: string) => ({
    [code]: { type: "SINGLE_LINE_TEXT", code, label: code },
  });
  const table = (fields: object) => ({
    probeTable: {
      type: "SUBTABLE",
      code: "probeTable",
      label: "probeTable",
      fields,
    },
  });
  const properties = loose<never>;
  await client.app.addFormFields({
    app,
    properties: properties(table(column("probeA"))),
  });
  await client.app.updateFormFields({
    app,
    properties: properties(table(column("probeB"))),
  });
  const { properties: found } = await client.app.getFormFields({
    app,
    preview: true,
  });
  await client.app.deleteFormFields({ app, fields: ["probeTable"] });
  const { probeTable } = found;
  return probeTable?.type === "SUBTABLE" && "probeA" in probeTable.fields
    ? "stay"
    : "go";
};
