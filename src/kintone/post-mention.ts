import { hasErrorCode } from "../errors/user-error.ts";
import type { Gateway } from "./gateway.ts";

/** A comment in a record that mentions the organisations. */
export type Mention = {
  readonly app: "answers" | "nominations";
  readonly id: string;
  /** Its name, for the person who presses. */
  readonly society?: string;
  readonly organizations: readonly string[];
  readonly text: string;
};

export type CommentGateway = Pick<Gateway, "addComment" | "listComments">;

/** kintone puts the names of those mentioned in front of the text. */
const isPosted = async (
  gateway: CommentGateway,
  { app, id, text }: Mention,
): Promise<boolean> =>
  (await gateway.listComments(app, id)).some((one) =>
    one.text.trim().endsWith(text),
  );

const postMention = (
  gateway: CommentGateway,
  { app, id, organizations, text }: Mention,
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
 * @param mayBePosted - an earlier press may have notified already; false saves reading the comments
 * @returns false when the record is gone
 * @throws AppError of the gateway
 */
export const postMentionOnce = async (
  gateway: CommentGateway,
  one: Mention,
  mayBePosted: boolean,
): Promise<boolean> => {
  try {
    if (!mayBePosted || !(await isPosted(gateway, one)))
      await postMention(gateway, one);
    return true;
  } catch (error) {
    if (hasErrorCode(error, "kintone/record-missing")) return false;
    throw error;
  }
};
