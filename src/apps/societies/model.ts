import { defineApp } from "../../app-kit/app-model.ts";
import {
  number,
  organizations,
  radio,
  relatedRecords,
  table,
  text,
  users,
} from "../../app-kit/define-fields.ts";

import type { Programme } from "../../programmes/index.ts";
import { hasScore, listIf } from "../parts/programme-parts.ts";

/** 商工会: one member society of the federation. */
export const createSocieties = (programme: Pick<Programme, "threshold">) =>
  defineApp({
    key: "societies",
    fields: {
      name: text("商工会名", { required: true, unique: true, maxLength: 64 }),
      code: text("コード", { required: true, unique: true, maxLength: 64 }),
      kana: text("フリガナ"),
      sortOrder: number("並び順"),
      organization: organizations("組織（閲覧できる人を決めます）", {
        required: true,
      }),
      contactUsers: users("担当者"),
      active: radio("状態", ["有効", "統合・廃止"], { required: true }),
      /** 応援団員: people who register nominations, entered once. */
      supporters: table("応援団員の名簿", {
        memberName: text("氏名"),
        memberAffiliation: text("所属"),
        memberContact: text("連絡先"),
      }),
      societyNominations: relatedRecords("推薦案件", {
        app: "nominations",
        field: "name",
        relatedField: "society",
        displayFields: [
          "edition",
          "registeredName",
          ...listIf(hasScore(programme), "verdict"),
        ],
        sort: "edition desc",
        size: "10",
      }),
      societyAnswers: relatedRecords("回答", {
        app: "answers",
        field: "name",
        relatedField: "society",
        displayFields: ["edition", "answer", "answeredOn"],
        sort: "edition desc",
        size: "5",
      }),
    },
  });
