import { ApiError, invalidInput } from "../../ground/api-error.ts";

// Codes and texts of this API's refusals are ours: no source names them.

export const userNotFound = () =>
  new ApiError(404, "LOCAL_NO_USER", {
    ja: "指定したユーザーが見つかりません。",
    en: "The specified user is not found.",
  });

export const groupNotFound = () =>
  new ApiError(404, "LOCAL_NO_GROUP", {
    ja: "指定したグループが見つかりません。",
    en: "The specified group is not found.",
  });

export const organizationNotFound = () =>
  new ApiError(404, "LOCAL_NO_ORGANIZATION", {
    ja: "指定した組織が見つかりません。",
    en: "The specified organization is not found.",
  });

export const alreadyExists = (path: string) =>
  invalidInput({
    [path]: {
      messages: [
        {
          ja: "このコードはすでに使われています。",
          en: "The code is already in use.",
        },
      ],
    },
  });

export const builtIn = (path: string) =>
  invalidInput({
    [path]: {
      messages: [
        {
          ja: "変更または削除できません。",
          en: "It cannot be changed or deleted.",
        },
      ],
    },
  });

export const noTitles = (path: string) =>
  invalidInput({
    [path]: {
      messages: [
        {
          ja: "指定した役職が見つかりません。",
          en: "The specified title is not found.",
        },
      ],
    },
  });

export const circularParent = (path: string) =>
  invalidInput({
    [path]: {
      messages: [
        {
          ja: "親組織の指定が循環しています。",
          en: "The parent organization would be inside itself.",
        },
      ],
    },
  });

export const noAdministratorLeft = () =>
  invalidInput({
    users: {
      messages: [
        {
          ja: "管理者が1人もいなくなります。",
          en: "No administrator would be left.",
        },
      ],
    },
  });
