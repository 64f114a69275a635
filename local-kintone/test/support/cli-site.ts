import { vi } from "vitest";
import { field } from "./form-probes.ts";
import { startWithClient } from "./site-client.ts";
import type { ClientSite } from "./site-client.ts";

const form = {
  ...field("Text", "SINGLE_LINE_TEXT", { unique: true }),
  ...field("Number", "NUMBER", { unique: true }),
  ...field("Plain", "SINGLE_LINE_TEXT"),
  ...field("PlainNumber", "NUMBER"),
  ...field("Date", "DATE"),
  ...field("Attachment", "FILE"),
  ...field("Attachment_0", "FILE"),
  ...field("Table", "SUBTABLE", {
    fields: {
      ...field("Item", "SINGLE_LINE_TEXT"),
      ...field("Count", "NUMBER"),
    },
  }),
};

const everyone = { type: "GROUP", code: "everyone" };
const mayOnly = (code: string, right: string) => ({
  entity: { type: "USER", code },
  [right]: true,
});

export type CliSite = {
  it: ClientSite;
  /** `viewer` may only view its records, `adder` only add them. */
  app: number;
  other: number;
  /** Never deployed. */
  draft: number;
  inSpace: number;
  guest: number;
  guestSpace: string;
};

const addIn = async (
  it: ClientSite,
  path: string,
  place: object,
): Promise<number> => {
  const post = (rest: string, body: object) =>
    it.call("POST", `${path}/preview/${rest}`, body);
  const { body } = await post("app.json", { name: "placed", ...place });
  const id = Number(body.app);
  await post("app/form/fields.json", { app: id, properties: form });
  await post("app/deploy.json", { apps: [{ app: id }] });
  await vi.waitUntil(() => it.site.store.apps.get(id)?.deploy === "SUCCESS");
  return id;
};

/** A site in English with an app of each kind of place that the client can reach. */
export const startCliSite = async (): Promise<CliSite> => {
  const it = await startWithClient({ defaultLanguage: "en" });
  for (const code of ["viewer", "adder"]) it.addUser(code, { locale: "en" });
  const app = await it.addApp("app", form);
  await it.send("PUT", "/k/v1/preview/app/acl.json", {
    app,
    rights: [
      {
        entity: { type: "CREATOR" },
        appEditable: true,
        recordViewable: true,
        recordAddable: true,
        recordEditable: true,
        recordDeletable: true,
      },
      mayOnly("viewer", "recordViewable"),
      mayOnly("adder", "recordAddable"),
      { entity: everyone },
    ],
  });
  await it.deploy(app);
  const other = await it.liveApp("other", form);
  const draft = await it.addApp("draft", form);
  const space = await it.control("POST", "spaces", { name: "space" });
  const inSpace = await addIn(it, "/k/v1", {
    space: space.id,
    thread: space.defaultThread,
  });
  const closed = await it.control("POST", "spaces", {
    name: "guests",
    isGuest: true,
  });
  const guestSpace = String(closed.id);
  const guest = await addIn(it, `/k/guest/${guestSpace}/v1`, {});
  return { it, app, other, draft, inSpace, guest, guestSpace };
};
