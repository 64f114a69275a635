import type { ReadinessReason } from "../../domain/readiness-items.ts";
import type { Message, Messages } from "../../i18n/message.ts";

export const messages = {
  title: { ja: "準備", en: "Ready?" },
  consent: { ja: "同意", en: "Consent" },
  securityAction: { ja: "SECURITY ACTION", en: "SECURITY ACTION" },
  score: (p: { threshold: string }) => ({
    ja: `${p.threshold}点`,
    en: `${p.threshold} points`,
  }),
  scoreWithoutThreshold: { ja: "自己採点", en: "Self score" },
  nameCheck: { ja: "名称確認", en: "Name" },
  registration: { ja: "登録", en: "Registration" },
  missingPoints: (p: { points: string }) => ({
    ja: `あと${p.points}点`,
    en: `${p.points} more`,
  }),
  canRegister: {
    ja: "「{entryAction}」を押せる条件がそろっています。",
    en: "Everything that 「{entryAction}」 asks for is there.",
  },
  cannotRegister: (p: { missing: string }) => ({
    ja: `「{entryAction}」は、次がそろうと表示されます：${p.missing}`,
    en: `「{entryAction}」 appears once this is there: ${p.missing}`,
  }),
  itemOfActor: (p: { item: string; actor: string }) => ({
    ja: `${p.item}（${p.actor}）`,
    en: `${p.item} (${p.actor})`,
  }),
  securityActionTime: (p: { days: number }) => ({
    ja: `SECURITY ACTION の宣言が済んでいません。宣言にはGビズIDが必要で、取得に2週間ほどかかることがあります。{entry}の登録の期限まであと${p.days}営業日です。`,
    en: `SECURITY ACTION is not declared. It needs a gBizID, which can take two weeks; ${p.days} business days are left.`,
  }),
  securityActionShort: (p: { days: number }) => ({
    ja: `SECURITY ACTION の宣言が済んでいません。宣言は画面から5分ほどでできます。{entry}の登録の期限まであと${p.days}営業日です。`,
    en: `SECURITY ACTION is not declared. It is a form of about five minutes; ${p.days} business days are left.`,
  }),
  more: (p: { count: number }) => ({
    ja: `ほか${p.count}件`,
    en: `${p.count} more`,
  }),
  nothingToSay: { ja: "ほかに知らせることはありません。", en: "Nothing else." },
  oralConsent: (p: { fields: string }) => ({
    ja: `口頭で得た同意は、${p.fields}も入力してください。`,
    en: `A consent by word of mouth also needs: ${p.fields}.`,
  }),
  consentDate: { ja: "同意を得た日", en: "date" },
  consentPerson: { ja: "同意した人", en: "person" },
  consentStaff: { ja: "同意を得た職員", en: "staff who heard it" },
} satisfies Messages;

export type ReadinessMessages = typeof messages;

/** The state of an item in a word or two; the mark beside it says the same. */
export const reasonWords: Readonly<Record<ReadinessReason, Message>> = {
  consentGiven: { ja: "あり", en: "given" },
  consentUnasked: { ja: "未確認", en: "not asked" },
  consentRefused: { ja: "なし", en: "refused" },
  consentWithdrawn: { ja: "撤回", en: "taken back" },
  starDeclared: { ja: "宣言済", en: "declared" },
  starUndeclared: { ja: "未宣言", en: "not declared" },
  starApplied: { ja: "申請中", en: "applied for" },
  starIdMissing: { ja: "ID未入力", en: "ID missing" },
  scoreReached: { ja: "到達", en: "reached" },
  scoreMissing: { ja: "未採点", en: "not scored" },
  scoreBelow: { ja: "未到達", en: "below" },
  areaBelow: { ja: "分野の基準未満", en: "an area is below" },
  nameChecked: { ja: "済", en: "done" },
  nameUnchecked: { ja: "未確認", en: "not checked" },
  registered: { ja: "済", en: "done" },
  registrationDateMissing: { ja: "登録日なし", en: "date missing" },
  registrationDue: { ja: "これから", en: "to do" },
  registrationWaits: { ja: "準備待ち", en: "waits for the rest" },
  selfNominated: { ja: "自薦のため不要", en: "not needed (self-nominated)" },
};
