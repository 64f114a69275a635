import { hasScore } from "../../apps/parts/programme-parts.ts";
import { html, nothing } from "lit/html.js";
import { appFieldCodes } from "../../apps/records.ts";
import type { AppRecord } from "../../apps/records.ts";
import { closedDaysOf } from "../../domain/edition-deadlines.ts";
import { dateOf } from "../../domain/milestone-dates.ts";
import { listOpenPoints } from "../../domain/open-points.ts";
import { otherOpenEditions } from "../../domain/open-editions.ts";
import { toMessage } from "../../errors/to-message.ts";
import { ANCHORS } from "../../feature-kit/settings-anchors.ts";
import type {
  SettingsSection,
  SettingsSectionContext,
} from "../../feature-kit/settings-section.ts";
import { createTranslator } from "../../i18n/translate.ts";
import { pathsFrom } from "../../kintone/page-paths.ts";
import { renderButton } from "../../ui/button.ts";
import { renderNotice } from "../../ui/notice.ts";
import { draw } from "../../ui/root.ts";
import { createChecklistEditor } from "./checklist-editor.ts";
import type { ChecklistPart } from "./checklist-part.ts";
import { toDraft, toGuideForm } from "./guide-form.ts";
import type { GuideForm } from "./guide-form.ts";
import { renderGuide, renderGuideReading } from "./guide-view.ts";
import { wordsOf } from "../../words/programme-words.ts";
import { messages } from "./messages.ts";
import { saveEdition } from "./save-edition.ts";

type Edition = AppRecord<"editions">;

/** The new edition in progress. */
type Work = {
  readonly editions: readonly Edition[];
  readonly previous: Edition | null;
  readonly form: GuideForm;
  readonly part: () => ChecklistPart;
  readonly error: string | null;
};

type State =
  | { readonly kind: "closed"; readonly saved: Saved | null }
  | { readonly kind: "reading"; readonly label: "reading" | "saving" }
  | { readonly kind: "working"; readonly work: Work };

type Saved = {
  readonly href: string;
  readonly name: string;
  readonly state: string;
};

export const listEditions = ({
  gateway,
  programme,
}: SettingsSectionContext): Promise<Edition[]> =>
  gateway
    .listRecords("editions", { fields: appFieldCodes("editions") })
    .then((all) =>
      all
        .filter((one) => [programme.id, ""].includes(one.programme))
        .toSorted((a, b) => (b.fiscalYear ?? 0) - (a.fiscalYear ?? 0)),
    );

/** The edition that the next one follows; one that a list of earlier years made holds nothing. */
const findPrevious = (
  { milestones }: SettingsSectionContext["programme"],
  editions: readonly Edition[],
): Edition | null =>
  editions.find(
    (edition) =>
      edition.editionState !== "終了" ||
      milestones.some((milestone) => dateOf(edition, milestone) !== null),
  ) ?? null;

/** 最初の募集回を作る and 次の募集回をつくる as a part of the settings page. */
export const editionGuide: SettingsSection = {
  id: "edition-guide",
  mount: (space, context) => {
    const { gateway, programme, language, clock, closedDays } = context;
    const t = createTranslator(messages, language, wordsOf(programme));
    let state: State = { kind: "closed", saved: null };
    let hasEditions: boolean | null = null;
    let failure: string | null = null;

    const become = (next: State): void => {
      state = next;
      show();
    };
    const explain = (error: unknown): string => {
      console.error("suisen: edition guide", error);
      return toMessage(error, language);
    };

    const begin = (
      editions: readonly Edition[],
      previous: Edition | null,
    ): void => {
      const form = toGuideForm(programme, previous, clock.today());
      const part = createChecklistEditor({
        t,
        id: "guide",
        programme,
        items: {
          get rows() {
            return form.checklist;
          },
          set rows(rows) {
            form.checklist = rows;
          },
          get isOfficial() {
            return form.isOfficial;
          },
          set isOfficial(isOfficial) {
            form.isOfficial = isOfficial;
          },
        },
        editions,
        threshold: () => form.threshold,
        onChange: () => show(),
      });
      const work = { editions, previous, form, part, error: null };
      become({ kind: "working", work });
    };

    const open = async (): Promise<void> => {
      failure = null;
      become({ kind: "reading", label: "reading" });
      try {
        const editions = await listEditions(context);
        begin(editions, findPrevious(programme, editions));
      } catch (error) {
        failure = explain(error);
        become({ kind: "closed", saved: null });
      }
    };

    const pointsOf = ({ form, previous, editions }: Work) => {
      const draft = {
        ...toDraft(programme, form, previous),
        programme: programme.id,
      };
      return listOpenPoints(programme, draft, {
        today: clock.today(),
        closedDays: closedDaysOf(draft, closedDays),
        otherOpen: otherOpenEditions(draft, editions).map(({ name }) => name),
      });
    };

    const nameProblem = ({ form, editions }: Work): string | null => {
      const name = form.name.trim();
      if (name === "") return t("nameMissing");
      return editions.some((one) => one.name === name)
        ? t("nameTaken", { name })
        : null;
    };

    const save = async (
      work: Work,
      target: "準備中" | "募集中",
    ): Promise<void> => {
      const { form, previous } = work;
      become({ kind: "reading", label: "saving" });
      try {
        const { id } = await saveEdition(gateway, {
          programme,
          form,
          previous,
          state: target,
        });
        hasEditions = true;
        const app = await gateway.requireAppId("editions");
        const saved = {
          href: pathsFrom(location.pathname).record(app, id),
          name: form.name.trim(),
          state: target,
        };
        become({ kind: "closed", saved });
        context.onChanged();
      } catch (error) {
        become({
          kind: "working",
          work: { ...work, error: explain(error) },
        });
      }
    };

    const renderWork = (work: Work) =>
      renderGuide({
        t,
        programme,
        form: work.form,
        previous: work.previous,
        closedDays: closedDaysOf(
          toDraft(programme, work.form, work.previous),
          closedDays,
        ),
        sources: work.editions.map(({ name }) => name),
        points: pointsOf(work),
        nameProblem: nameProblem(work),
        checklist: work.part(),
        error: work.error,
        onSource: (name) =>
          begin(
            work.editions,
            work.editions.find((one) => one.name === name) ?? null,
          ),
        onInput: (change) => {
          change(work.form);
          show();
        },
        onDate: (id, day) => {
          work.form.dates[id] = day;
          show();
        },
        onConfirm: (id, isConfirmed) => {
          const others = work.form.toConfirm.filter((one) => one !== id);
          work.form.toConfirm = isConfirmed ? others : [...others, id];
          show();
        },
        onSave: (target) => void save(work, target),
        onClose: () => become({ kind: "closed", saved: null }),
      });

    const renderSaved = ({ href, name, state: saved }: Saved) =>
      renderNotice(
        "info",
        html`${t("saved", { name, state: saved })}
          <a href=${href}>${t("openRecord")}</a>`,
      );

    const renderState = () => {
      switch (state.kind) {
        case "reading":
          return renderGuideReading(t(state.label));
        case "working":
          return renderWork(state.work);
        default:
          return html`${state.saved === null ? nothing : renderSaved(state.saved)}
          ${failure === null ? nothing : renderNotice("error", failure)}
          ${renderButton(t(hasEditions === false ? "first" : "next"), () => void open())}`;
      }
    };

    const show = (): void =>
      draw(
        space,
        html`<section class="suisen-card suisen-import" id=${ANCHORS.editions}>
          <h3>${t("title")}</h3>
          <p class="suisen-secondary">
            ${t(hasScore(programme) ? "intro" : "introWithoutScore")}
          </p>
          ${renderState()}
        </section>`,
      );

    show();
    listEditions(context).then(
      (editions) => {
        hasEditions = findPrevious(programme, editions) !== null;
        show();
      },
      (error: unknown) => {
        failure = explain(error);
        show();
      },
    );
  },
};
