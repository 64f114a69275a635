import type { Gateway } from "./gateway.ts";

/** A comment in a record that mentions the organisations. */
export type Tell = {
  readonly app: "answers" | "nominations";
  readonly id: string;
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

/**
 * Writes the comment, unless the record has it already. Kintone answers no comment with a key of
 * its own, so a lost answer leaves no other way to know.
 *
 * @param mayBeTold - an earlier press may have told it; false saves the look at the comments
 * @throws AppError of the gateway
 */
export const tellOnce = async (
  gateway: TellGateway,
  tell: Tell,
  mayBeTold: boolean,
): Promise<void> => {
  if (mayBeTold && (await isTold(gateway, tell))) return;
  await gateway.addComment(tell.app, tell.id, {
    text: tell.text,
    mentions: tell.organizations.map((code) => ({
      code,
      type: "ORGANIZATION",
    })),
  });
};
