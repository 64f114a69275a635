import type {
  RecordNotification,
  Reminder,
} from "../../app-kit/app-declaration.ts";
import type { SettingEntity } from "../../app-kit/entity.ts";
import type { Actor, Milestone, Programme } from "../../programmes/index.ts";
import { allOf, isIn, STATUS_FIELD } from "../parts/conditions.ts";
import { federation, ownSociety } from "../parts/rights.ts";
import { isActive, isOpen, isOwnRecord } from "./conditions.ts";
import { listSteps, withdrawnState } from "./states.ts";

/**
 * A firm has no account: its society is reminded in its place. The federation reads its daily
 * digest instead of a reminder per firm.
 */
const actorEntities: Readonly<Record<Actor, readonly SettingEntity[]>> = {
  society: [ownSociety],
  societyOrFederation: [ownSociety],
  federation: [federation],
  business: [ownSociety],
};

const TIME = "09:00";

const remindersOf = (
  programme: Programme,
  milestone: Milestone,
): Reminder[] => {
  const { id, label, actor, remindDaysBefore } = milestone;
  const shared = {
    code: `${id}Due`,
    time: TIME,
    filterCond: allOf(isActive, isOwnRecord, isOpen(programme, milestone)),
  };
  return [
    {
      ...shared,
      daysLater: -remindDaysBefore,
      title: `【あと${remindDaysBefore}日】「${label.ja}」の期限です`,
      targets: actorEntities[actor],
    },
    {
      ...shared,
      daysLater: -1,
      title: `【明日まで】「${label.ja}」の期限です`,
      targets: actorEntities[actor],
    },
    {
      ...shared,
      daysLater: 1,
      title: `【期限超過】「${label.ja}」が済んでいません`,
      targets: actorEntities[actor],
    },
  ];
};

/** Milestones of the edition are reminded of in the edition, once instead of per firm. */
export const createNominationReminders = (programme: Programme): Reminder[] =>
  programme.milestones
    .filter(({ scope }) => scope === "nomination")
    .flatMap((milestone) => remindersOf(programme, milestone));

/**
 * The society learns what the federation has done. A state in which somebody is
 * assigned needs no more: kintone tells the assignee. The first step tells nobody
 * here: its comment mentions the one person in charge, and nobody else.
 */
export const createNominationNotifications = (
  programme: Programme,
): RecordNotification[] => [
  ...listSteps(programme)
    .filter(({ performer }) => performer === "federation")
    .map(({ state }) => ({
      filterCond: isIn(STATUS_FIELD, state),
      title: `推薦案件が「${state}」になりました`,
      targets: [ownSociety],
    })),
  {
    filterCond: isIn(STATUS_FIELD, withdrawnState),
    title: "推薦案件が取り下げられました",
    targets: [federation],
  },
];
