import { describe, expect, test, vi } from "vitest";
import { postCommentOnce } from "../../../../src/features/process-steps/post-comment.ts";
import { toRecipients } from "../../../../src/features/process-steps/recipients.ts";
import type {
  Gateway,
  RecordComment,
} from "../../../../src/kintone/gateway.ts";
import type { Page } from "../../../../src/kintone/page.ts";

const mentions = [{ code: "manager", type: "USER" as const }];

const post = async (
  comments: readonly RecordComment[],
  text = "候補があります。\n（更新 3 の内容です）",
) => {
  const addComment = vi.fn(async () => undefined);
  // Only what posting uses.
  const context = {
    gateway: { addComment, listComments: async () => [...comments] },
    page: { user: { code: "staff" } },
  } as unknown as { gateway: Gateway; page: Page };
  await postCommentOnce(context, "12", { text, mentions });
  return addComment;
};

describe("postCommentOnce", () => {
  test("posts the text with its mentions", async () => {
    expect(await post([])).toHaveBeenCalledWith("nominations", "12", {
      text: "候補があります。\n（更新 3 の内容です）",
      mentions,
    });
  });

  test("a second try after a move that failed tells nobody twice", async () => {
    const addComment = await post([
      {
        creatorCode: "staff",
        text: "比嘉 さくら \n候補があります。\n（更新 3 の内容です） ",
      },
    ]);
    expect(addComment).not.toHaveBeenCalled();
  });

  test("the same words of somebody else are not ours", async () => {
    const addComment = await post([
      {
        creatorCode: "other",
        text: "候補があります。\n（更新 3 の内容です）",
      },
    ]);
    expect(addComment).toHaveBeenCalledTimes(1);
  });

  test("a record that changed since is told again", async () => {
    const addComment = await post([
      {
        creatorCode: "staff",
        text: "候補があります。\n（更新 2 の内容です）",
      },
    ]);
    expect(addComment).toHaveBeenCalledTimes(1);
  });

  test("10,000 characters and more are cut to what kintone takes", async () => {
    const addComment = await post([], "あ".repeat(70_000));
    expect(addComment).toHaveBeenCalledWith("nominations", "12", {
      text: "あ".repeat(65_535),
      mentions,
    });
  });
});

describe("toRecipients", () => {
  test("people come before groups, and at most ten are mentioned", () => {
    const users = Array.from({ length: 9 }, (_, index) => ({
      code: `user${index}`,
      name: "",
    }));
    const groups = [
      { code: "federation", name: "県連" },
      { code: "office", name: "事務局" },
    ];
    const { mentions: all, names, isCut } = toRecipients(users, groups);
    expect(all).toHaveLength(10);
    expect(all.at(-1)).toEqual({ code: "federation", type: "GROUP" });
    expect(names.at(0)).toBe("user0");
    expect(isCut).toBe(true);
  });
});
