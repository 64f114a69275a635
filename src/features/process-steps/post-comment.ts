import type { PageContext } from "../../feature-kit/feature.ts";
import type { Mention } from "../../kintone/gateway.ts";

// @see https://cybozu.dev/ja/kintone/docs/rest-api/records/add-comment/
const COMMENT_CHARS_LIMIT = 65_535;

type Context = Pick<PageContext, "gateway" | "page">;

// Mentions precede the text that was posted.
const isSameText = (posted: string, text: string): boolean =>
  posted.trim().endsWith(text.trim());

/**
 * Posts a comment unless the same user has posted the very same text lately. A
 * comment has to go before the status moves, because kintone tells no plugin
 * when the move is done; should the move then fail, the user tries again, and
 * the recipients must not be notified twice.
 *
 * @throws AppError of the gateway
 */
export const postCommentOnce = async (
  { gateway, page }: Context,
  id: string,
  comment: { text: string; mentions: readonly Mention[] },
): Promise<void> => {
  const text = comment.text.slice(0, COMMENT_CHARS_LIMIT);
  const latest = await gateway.listComments("nominations", id);
  const isPosted = latest.some(
    (one) => one.creatorCode === page.user.code && isSameText(one.text, text),
  );
  if (!isPosted) {
    await gateway.addComment("nominations", id, {
      text,
      mentions: [...comment.mentions],
    });
  }
};
