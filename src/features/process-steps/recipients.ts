import type { Entity } from "../../domain/model.ts";
import type { Mention } from "../../kintone/gateway.ts";

/** @see https://cybozu.dev/ja/kintone/docs/rest-api/records/add-comment/ */
export const MENTIONS_LIMIT = 10;

export type Recipients = {
  readonly mentions: readonly Mention[];
  readonly names: readonly string[];
  readonly isCut: boolean;
};

const toMention =
  (type: Mention["type"]) =>
  ({ code, name }: Entity): { mention: Mention; name: string } => ({
    mention: { code, type },
    name: name === "" ? code : name,
  });

/** People before groups: a person feels addressed. */
export const toRecipients = (
  users: readonly Entity[],
  groups: readonly Entity[],
  organizations: readonly Entity[] = [],
): Recipients => {
  const all = [
    ...users.map(toMention("USER")),
    ...groups.map(toMention("GROUP")),
    ...organizations.map(toMention("ORGANIZATION")),
  ];
  const some = all.slice(0, MENTIONS_LIMIT);
  return {
    mentions: some.map(({ mention }) => mention),
    names: some.map(({ name }) => name),
    isCut: all.length > MENTIONS_LIMIT,
  };
};
