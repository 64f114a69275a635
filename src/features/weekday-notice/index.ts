import { defineFeature } from "../../feature-kit/feature.ts";
import type { FeatureContext } from "../../feature-kit/feature.ts";
import type { PageEvent, PageRecord } from "../../kintone/page-api.ts";
import { weekdaySentences } from "../../words/weekday-words.ts";

type Context = FeatureContext<Record<never, never>>;

const TEXT_TYPES = new Set(["SINGLE_LINE_TEXT", "MULTI_LINE_TEXT"]);

type TableRow = { readonly value: PageRecord };

/** Every typed text of the record, those in its tables included. */
const textsOf = (record: PageRecord): string[] =>
  Object.values(record).flatMap(({ type, value }) => {
    if (TEXT_TYPES.has(type)) return typeof value === "string" ? value : [];
    return type === "SUBTABLE" && Array.isArray(value)
      ? // kintone gives a table as a list of rows.
        value.flatMap((row: TableRow) => textsOf(row.value))
      : [];
  });

const yearOf = ({ fiscalYear }: PageRecord, today: string): number =>
  Number(fiscalYear?.value ?? "") || Number(today.slice(0, 4));

const sentencesOf = ({ clock, t }: Context, record: PageRecord): string[] =>
  weekdaySentences(textsOf(record), yearOf(record, clock.today()), t.language);

const known = ({ visit }: Context): Set<string> =>
  visit.keep("weekdays", () => new Set<string>());

/** Texts that were there already were judged when they were typed. */
const remember = (context: Context, { record = {} }: PageEvent): void => {
  for (const sentence of sentencesOf(context, record))
    known(context).add(sentence);
};

/** Speaks while the save goes on: a person may mean another year. */
const say = async (
  context: Context,
  { record = {} }: PageEvent,
): Promise<undefined> => {
  const said = known(context);
  const fresh = sentencesOf(context, record).filter(
    (sentence) => !said.has(sentence),
  );
  if (fresh.length > 0) await context.page.notify("INFO", fresh.join("\n"));
};

/** 「8月1日(火)」 in any text that is typed or pasted: the weekday is compared with the date. */
export const weekdayNotice = defineFeature({
  id: "weekday-notice",
  apps: ["editions", "answers", "nominations", "deliveries"],
  messages: {},
  on: { "record.edit": remember, "record.submit": say, "inline.submit": say },
});
