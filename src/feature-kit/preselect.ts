import { openEditionFor } from "../domain/edition-order.ts";
import { ownSocietyOf } from "../domain/own-society.ts";
import type { PageField } from "../kintone/page-api.ts";
import { isIn, where } from "../kintone/query.ts";
import type { FeatureContext, PageContext } from "./feature.ts";
import type { preselectMessages } from "./preselect-messages.ts";
import { editionFields } from "./record-edition.ts";
import type { RecordEdition } from "./record-edition.ts";

/** The edition that a new record belongs to; null when none is 募集中. */
export const fetchOpenEdition = async ({
  programme,
  gateway,
  clock,
}: Pick<
  PageContext,
  "programme" | "gateway" | "clock"
>): Promise<RecordEdition | null> =>
  openEditionFor(
    programme,
    await gateway.listRecords("editions", {
      fields: editionFields,
      condition: isIn("editionState", ["募集中"]),
    }),
    clock.today(),
  );

/**
 * The name of the society that the user works for; null when that is not clear.
 * Staff of a section belong to the society above it.
 */
export const fetchOwnSociety = async ({
  gateway,
  page,
}: Pick<PageContext, "gateway" | "page">): Promise<string | null> => {
  const [societies, { organizations }] = await Promise.all([
    gateway.listRecords("societies", {
      fields: ["name", "active", "organization"],
    }),
    page.fetchMemberships(),
  ]);
  return (
    ownSocietyOf(societies, organizations) ??
    ownSocietyOf(societies, [
      ...organizations,
      ...(await gateway.listOrganizationsAbove(organizations)),
    ])
  );
};

/**
 * Fills a lookup in a show event.
 *
 * @see https://cybozu.dev/ja/kintone/docs/js-api/events/event-object-actions/
 */
export const lookUp = (field: PageField | undefined, value: string): void => {
  if (field !== undefined) {
    field.value = value;
    field.lookup = true;
  }
};

/**
 * Tells how to go on where kintone may not find the key of a lookup: some sites search words,
 * not equal values, take one single hit, and find a new record only after a while. The same
 * search says beforehand what they will find.
 */
export const warnUnlessFoundAlone = async (
  {
    gateway,
    page,
    t,
  }: Pick<FeatureContext<typeof preselectMessages>, "gateway" | "page" | "t">,
  app: "editions" | "societies",
  key: string,
): Promise<void> => {
  const found = await gateway.listRecords(app, {
    fields: ["name"],
    condition: where("name", "like", key),
  });
  if (found.length !== 1)
    await page.notify("INFO", t("lookupMayFail", { key }));
};

export const isBlankField = (field: PageField | undefined): boolean =>
  field !== undefined && (field.value ?? "") === "";
