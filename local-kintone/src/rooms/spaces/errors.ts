import { ApiError, invalidInput } from "../../ground/api-error.ts";

// Codes and texts of these refusals are ours: no source names them.

export const templateNotFound = () =>
  new ApiError(404, "LOCAL_NO_SPACE_TEMPLATE", {
    ja: "指定したスペーステンプレートが見つかりません。",
    en: "The specified space template is not found.",
  });

export const guestNotFound = (code: string) =>
  new ApiError(400, "LOCAL_NO_GUEST", {
    ja: `指定したゲストユーザー（code: ${code}）が見つかりません。`,
    en: `The specified guest user (code: ${code}) is not found.`,
  });

export const singleThread = () =>
  new ApiError(400, "LOCAL_SINGLE_THREAD", {
    ja: "複数のスレッドを使用しないスペースでは実行できません。",
    en: "This cannot be done in a single-threaded space.",
  });

export const notAGuestSpace = () =>
  new ApiError(400, "LOCAL_NO_GUEST_SPACE", {
    ja: "ゲストスペースではありません。",
    en: "The space is not a guest space.",
  });

export const guestSpaceIsPrivate = () =>
  invalidInput({
    isPrivate: {
      messages: [
        {
          ja: "ゲストスペースは公開できません。",
          en: "A guest space cannot be made public.",
        },
      ],
    },
  });

export const adminNeeded = () =>
  invalidInput({
    members: {
      messages: [
        {
          ja: "スペースの管理者を1人以上指定してください。",
          en: "Specify at least one administrator of the space.",
        },
      ],
    },
  });
