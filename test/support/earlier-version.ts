/** The declarations as an earlier version of the product could have had them. */
import type { AppSettings } from "../../src/app-kit/app-settings.ts";
import type { FieldProperty } from "../../src/app-kit/field-properties.ts";
import type { JsonObject } from "../../src/app-kit/setting-parts.ts";
import type { DesiredSite } from "../../src/provision/plan/desired.ts";

// The settings hold these lists in kintone's shapes.
const listIn = (value: unknown): JsonObject[] => value as JsonObject[];

const fieldIn = (
  { fields }: AppSettings,
  code: string,
  change: Partial<FieldProperty>,
) => {
  const field = fields[code];
  if (field === undefined) throw new Error(`There is no field ${code}.`);
  return { [code]: { ...field, ...change } };
};

const earlierSocieties = (settings: AppSettings): AppSettings => ({
  ...settings,
  fields: {
    ...settings.fields,
    ...fieldIn(settings, "active", {
      options: { 有効: { label: "有効", index: "0" } },
    }),
  },
});

const LIST = "返事待ち";

const earlierAnswers = (settings: AppSettings): AppSettings => {
  const { dueReason: _later, ...fields } = settings.fields;
  const { [LIST]: _list, ...views } = settings.views;
  const [first = {}, second = {}] = listIn(settings.reminders.notifications);
  return {
    ...settings,
    fields: {
      ...fields,
      ...fieldIn(settings, "answerDue", { label: "回答の締切" }),
    },
    layout: settings.layout.map((row) => ({
      ...row,
      ...(row.fields && {
        fields: row.fields.filter((field) => field.code !== "dueReason"),
      }),
    })),
    views: Object.fromEntries(
      Object.entries(views).map(([name, view], index) => [
        name,
        {
          ...view,
          index: String(index),
          fields: listIn(view.fields).filter(
            (code) => String(code) !== "passedOn",
          ),
        },
      ]),
    ),
    fieldAcl: settings.fieldAcl.filter(({ code }) => code !== "dueReason"),
    reminders: {
      ...settings.reminders,
      notifications: [
        first,
        { ...second, timing: { ...Object(second.timing), time: "08:00" } },
      ],
    },
  };
};

const earlierNominations = (settings: AppSettings): AppSettings => ({
  ...settings,
  appAcl: settings.appAcl.map((right) =>
    Object(right.entity).code === "federation"
      ? { ...right, recordExportable: false }
      : right,
  ),
  process: {
    ...settings.process,
    actions: listIn(settings.process.actions).filter(
      ({ name }) => name !== "報告を取り消す",
    ),
  },
});

/**
 * A field with its right, a choice, a list, a reminder and an action less; another
 * label, other columns, another time of a reminder, another right of the federation.
 */
export const toEarlierVersion = ({
  apps,
  ...site
}: DesiredSite): DesiredSite => ({
  ...site,
  apps: {
    ...apps,
    societies: earlierSocieties(apps.societies),
    nominations: earlierNominations(apps.nominations),
    answers: earlierAnswers(apps.answers),
  },
});
