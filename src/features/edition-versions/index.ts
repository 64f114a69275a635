import { parseAppRecord } from "../../apps/records.ts";
import { withVersion } from "../../domain/checklist-version.ts";
import { defineFeature } from "../../feature-kit/feature.ts";
import type { PageContext } from "../../feature-kit/feature.ts";
import type { PageEvent } from "../../kintone/page-api.ts";

/**
 * Keeps a hash of every checklist that an edition has had. A nomination with
 * one of them was made under earlier terms; any other list was altered.
 */
const keepVersion = async (
  { gateway }: Pick<PageContext, "gateway">,
  { record, recordId }: PageEvent,
): Promise<void> => {
  const field = record?.checklistVersions;
  if (field === undefined) return;
  const { checklist } = parseAppRecord("editions", record);
  const saved =
    recordId === undefined
      ? null
      : await gateway.fetchRecord("editions", String(recordId));
  field.value = withVersion(
    saved?.checklistVersions ?? "",
    saved?.checklist ?? [],
    checklist,
  );
};

/** The versions of an edition's checklist, noted whenever it is saved. */
export const editionVersions = defineFeature({
  id: "edition-versions",
  apps: ["editions"],
  messages: {},
  on: { "record.submit": keepVersion },
});
