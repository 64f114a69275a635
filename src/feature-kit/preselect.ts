import { openEditionFor } from "../domain/edition-order.ts";
import { ownSocietyOf } from "../domain/own-society.ts";
import type { PageField } from "../kintone/page-api.ts";
import { isIn } from "../kintone/query.ts";
import type { PageContext } from "./feature.ts";
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

export const isBlankField = (field: PageField | undefined): boolean =>
  field !== undefined && (field.value ?? "") === "";
