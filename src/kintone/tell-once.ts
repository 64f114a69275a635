import { hasErrorCode } from "../errors/user-error.ts";
import type { Gateway } from "./gateway.ts";

/** A comment in a record that mentions the organisations. */
export type Tell = {
  readonly app: "answers" | "nominations";
  readonly id: string;
  /** Its name, for the person who presses. */
  readonly society?: string;
  readonly organizations: readonly string[];
  readonly text: string;
};

export type TellGateway = Pick<Gateway, "addComment" | "listComments">;

/** kintone puts the names of those mentioned in front of the text. */
const isTold = async (
  gateway: TellGateway,
  { app, id, text }: Tell,
): Promise<boolean> =>
  (await gateway.listComments(app, id)).some((one) =>
    one.text.trim().endsWith(text),
  );

const tell = (
  gateway: TellGateway,
  { app, id, organizations, text }: Tell,
): Promise<unknown> =>
  gateway.addComment(app, id, {
    text,
    mentions: organizations.map((code) => ({ code, type: "ORGANIZATION" })),
  });

/**
 * Writes the comment, unless the record has it already. Kintone answers no comment with a key of
 * its own, so a lost answer leaves no other way to know. A record that somebody has deleted takes
 * no comment: nobody is notified, and the next steps go on.
 *
 * @param mayBeTold - an earlier press may have notified already; false saves reading the comments
 * @returns false when the record is gone
 * @throws AppError of the gateway
 */
export const tellOnce = async (
  gateway: TellGateway,
  one: Tell,
  mayBeTold: boolean,
): Promise<boolean> => {
  try {
    if (!mayBeTold || !(await isTold(gateway, one))) await tell(gateway, one);
    return true;
  } catch (error) {
    if (hasErrorCode(error, "kintone/record-missing")) return false;
    throw error;
  }
};
