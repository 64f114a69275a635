import { appKeys } from "../../apps/index.ts";
import type { AppKey } from "../../apps/index.ts";
import { isIsoDate } from "excel-form";
import type { Settings } from "../../feature-kit/settings.ts";

/** The settings in the page's inputs. */
export type SettingsForm = {
  /** Kept as it was saved; no input changes it. */
  programme: string;
  warnDays: string;
  /** One day a line: `2026-06-23 慰霊の日`. */
  closedDays: string;
  apps: Record<AppKey, string>;
};

export type FormProblem =
  | { field: "warnDays" }
  | { field: "closedDays"; line: number; text: string }
  | { field: "app"; app: AppKey };

export const toForm = ({
  programme,
  warnDays,
  closedDays,
  apps,
}: Settings): SettingsForm => ({
  programme,
  warnDays: String(warnDays),
  closedDays: closedDays
    .map(({ date, reason }) => `${date} ${reason}`.trim())
    .join("\n"),
  apps: {
    editions: apps.editions ?? "",
    societies: apps.societies ?? "",
    nominations: apps.nominations ?? "",
    answers: apps.answers ?? "",
    deliveries: apps.deliveries ?? "",
  },
});

const MAX_WARN_DAYS = 60;

// People type dates with full-width digits and slashes; all mean the same day.
const toIsoDay = (text: string): string => {
  const [year = "", month = "", day = ""] = text
    .normalize("NFKC")
    .split(/[-/.]/);
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
};

type ClosedDay = Settings["closedDays"][number];

const parseLine = (text: string): ClosedDay | null => {
  const [first = "", ...rest] = text.trim().split(/\s+/u);
  const date = toIsoDay(first);
  return isIsoDate(date) ? { date, reason: rest.join(" ") } : null;
};

const parseClosedDays = (
  text: string,
): { days: ClosedDay[]; problems: FormProblem[] } => {
  const days: ClosedDay[] = [];
  const problems: FormProblem[] = [];
  text.split("\n").forEach((line, index) => {
    if (line.trim() === "") {
      return;
    }
    const day = parseLine(line);
    if (day === null) {
      problems.push({
        field: "closedDays",
        line: index + 1,
        text: line.trim(),
      });
    } else {
      days.push(day);
    }
  });
  return { days, problems };
};

const parseWarnDays = (text: string): number | null => {
  const number = Number(text.normalize("NFKC").trim());
  const isFine =
    text.trim() !== "" &&
    Number.isInteger(number) &&
    number >= 0 &&
    number <= MAX_WARN_DAYS;
  return isFine ? number : null;
};

/** Settings to save, or everything that is wrong with what was typed. */
export const parseForm = (
  form: SettingsForm,
): { settings: Settings } | { problems: FormProblem[] } => {
  const warnDays = parseWarnDays(form.warnDays);
  const closedDays = parseClosedDays(form.closedDays);
  const typedApps = appKeys.map(
    (key) => [key, form.apps[key].normalize("NFKC").trim()] as const,
  );
  const problems: FormProblem[] = [
    ...(warnDays === null ? [{ field: "warnDays" } as const] : []),
    ...closedDays.problems,
    ...typedApps
      .filter(([, id]) => id !== "" && !/^[1-9]\d*$/.test(id))
      .map(([app]) => ({ field: "app", app }) as const),
  ];
  if (warnDays === null || problems.length > 0) {
    return { problems };
  }
  return {
    settings: {
      programme: form.programme,
      warnDays,
      closedDays: closedDays.days,
      apps: Object.fromEntries(typedApps.filter(([, id]) => id !== "")),
    },
  };
};
