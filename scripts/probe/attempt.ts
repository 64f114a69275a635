import { KintoneRestAPIError } from "@kintone/rest-api-client";

export const TAKEN = "taken";

/** The words for a refusal: kintone's code and nothing of the tenant's. */
export const refused = (code: string): string => `refused ${code}`;

const NO_RIGHT = new Set(["CB_NO02", "GAIA_NO01"]);

/** True when the refusal is about the user instead of what was tried. */
const isNotAllowed = (error: unknown): boolean =>
  error instanceof KintoneRestAPIError && NO_RIGHT.has(error.code);

/**
 * Says whether kintone took or refused something.
 *
 * @throws everything that is no refusal by kintone
 */
export const tryIt = async (
  action: () => Promise<unknown>,
): Promise<string> => {
  try {
    await action();
    return TAKEN;
  } catch (error) {
    if (!(error instanceof KintoneRestAPIError)) throw error;
    return refused(error.code);
  }
};

/** The same where a missing right is reported as such. */
export const tryWithRight = async (
  action: () => Promise<unknown>,
): Promise<string> =>
  tryIt(async () => {
    try {
      await action();
    } catch (error) {
      if (isNotAllowed(error)) throw new NotAllowed(error);
      throw error;
    }
  });

/** The user may not try this at all. */
export class NotAllowed extends Error {
  constructor(cause: unknown) {
    super("The user has no right to try this", { cause });
    this.name = "NotAllowed";
  }
}
