import { takeTemporaryFile } from "../files/temporary-file.ts";
import { isTimeZone } from "../../language/query/time-zone.ts";
import type { ApiContext } from "../../model/endpoint.ts";
import {
  checked,
  dropBlank,
  id,
  list,
  object,
  oneOf,
  optional,
  ourMessages,
  parseShape,
  text,
  withDefault,
} from "../../ground/shape.ts";
import { requireSystemAdmin } from "../rights/open-app.ts";
import type { JsonObject } from "../../model/model.ts";
import { alreadyExists } from "../users/errors.ts";
import { guestNotFound, notAGuestSpace } from "./errors.ts";
import { saveSpace } from "./made.ts";
import { openSpaceAsAdmin } from "../rights/space-rights.ts";

const mail = checked(text({ min: 1 }), (it) =>
  /^[^\s@]+@[^\s@]+$/u.test(it) ? null : ourMessages.wrongType,
);
const timezone = checked(text(), (it) =>
  isTimeZone(it) ? null : ourMessages.wrongType,
);
const note = (max: number) => withDefault(text({ max }), "");

const guestsShape = object({
  guests: list(
    object({
      code: mail,
      password: text({ min: 3, max: 64 }),
      timezone,
      name: text({ min: 1, max: 128 }),
      locale: withDefault(oneOf(["auto", "ja", "en", "zh"]), "auto"),
      image: optional(text({ min: 1 })),
      surNameReading: note(64),
      givenNameReading: note(64),
      company: note(100),
      division: note(100),
      phone: note(100),
      callto: note(256),
    }),
  ),
});

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/spaces/add-guests/ */
export const addGuests = (context: ApiContext): JsonObject => {
  const { site } = context;
  const { guests } = parseShape(guestsShape, context.params);
  requireSystemAdmin(context);
  for (const [i, { code, name, image, ...given }] of guests.entries()) {
    if (site.store.guests.has(code)) throw alreadyExists(`guests[${i}].code`);
    // A picture is shown nowhere, but its key has to be a good one.
    if (image !== undefined) takeTemporaryFile(site, image);
    // Guests cannot log in here, so nobody needs their password.
    const { password: _, ...profile } = given;
    site.store.saveGuest({ code, name, profile });
  }
  return {};
};

const requireGuests = ({ site }: ApiContext, codes: readonly string[]) => {
  const missing = codes.find((code) => !site.store.guests.has(code));
  if (missing !== undefined) throw guestNotFound(missing);
};

/** Out of the site and of every space. @see https://cybozu.dev/ja/kintone/docs/rest-api/spaces/delete-guests/ */
export const deleteGuests = (context: ApiContext): JsonObject => {
  const { store } = context.site;
  const shape = object({
    guests: list(text({ min: 1 }), { min: 1, max: 100 }),
  });
  const { guests } = parseShape(shape, dropBlank(context.params));
  requireSystemAdmin(context);
  requireGuests(context, guests);
  for (const code of guests) store.removeGuest(code);
  for (const space of store.spaces.values())
    if (space.guests.some((code) => guests.includes(code)))
      store.saveSpace({
        ...space,
        guests: space.guests.filter((code) => !guests.includes(code)),
      });
  return {};
};

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/spaces/update-guest-members/ */
export const putSpaceGuests = (context: ApiContext): JsonObject => {
  const shape = object({ id: id(), guests: list(text({ min: 1 })) });
  const { id: spaceId, guests } = parseShape(shape, context.params);
  const space = openSpaceAsAdmin(context, spaceId);
  if (!space.isGuest) throw notAGuestSpace();
  requireGuests(context, guests);
  saveSpace(context, { ...space, guests: [...new Set(guests)] });
  return {};
};
