/**
 * The board's numbers, counted once more from REST records alone: nothing of
 * `src/domain` is used, so that a wrong rule there cannot hide here.
 */
type Raw = Record<string, { value: unknown }>;

const text = (record: Raw, code: string): string =>
  String(record[code]?.value ?? "");

export type IndependentCounts = {
  running: number;
  registered: number;
  registeredInTime: number;
  steps: Record<string, number>;
  societies: { candidate: number; noCandidate: number; noAnswer: number };
  /** Record numbers of the nominations that count. */
  counted: string[];
  overdue: string[];
  week: string[];
  nextDate: string | null;
  businessDaysLeft: number | null;
};

/** National holidays between July and September 2022, from the almanac. */
const HOLIDAYS_2022 = ["2022-07-18", "2022-08-11", "2022-09-19", "2022-09-23"];

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000)
    .toISOString()
    .slice(0, 10);

const weekday = (day: string): number =>
  new Date(`${day}T00:00:00Z`).getUTCDay();

const isWorkingDay = (day: string): boolean =>
  ![0, 6].includes(weekday(day)) && !HOLIDAYS_2022.includes(day);

const workingDaysUntil = (today: string, due: string): number => {
  let days = 0;
  for (let day = today; day < due; day = dayAfter(day)) {
    days += isWorkingDay(dayAfter(day)) ? 1 : 0;
  }
  return days;
};

const saturdayOf = (today: string): string => {
  let day = today;
  while (weekday(day) !== 6) {
    day = dayAfter(day);
  }
  return day;
};

const REGISTERED = ["登録済", "報告済"];
const OUTSIDE = ["取下げ", "差戻し"];

const isWithdrawn = (record: Raw): boolean =>
  [text(record, "consentNominate"), text(record, "consentShare")].includes(
    "撤回",
  );

const counts = (record: Raw): boolean =>
  text(record, "nominationKind") === "他薦" &&
  !OUTSIDE.includes(text(record, "ステータス")) &&
  !isWithdrawn(record);

const applies = (record: Raw, id: string): boolean => {
  if (id === "case") return text(record, "contest") === "参加する";
  return id !== "contact" || !REGISTERED.includes(text(record, "ステータス"));
};

const dueOf = (record: Raw, edition: Raw, id: string): string =>
  text(edition, `${id}Date`) || text(record, `${id}Due`);

const owes = (record: Raw, edition: Raw, id: string): boolean =>
  applies(record, id) &&
  text(record, `${id}Done`) === "" &&
  dueOf(record, edition, id) !== "";

/** Open dates of one nomination that somebody still has to keep. */
const openDates = (record: Raw, edition: Raw): string[] =>
  ["contact", "register", "report", "case"]
    .filter((id) => owes(record, edition, id))
    .map((id) => dueOf(record, edition, id));

const societyState = (
  society: Raw,
  nominations: readonly Raw[],
  answers: readonly Raw[],
): keyof IndependentCounts["societies"] => {
  const code = text(society, "code");
  if (nominations.some((one) => text(one, "societyCode") === code)) {
    return "candidate";
  }
  const [latest] = answers
    .filter((one) => text(one, "societyCode") === code)
    .sort((a, b) =>
      text(a, "answeredOn") === text(b, "answeredOn")
        ? Number(text(b, "$id")) - Number(text(a, "$id"))
        : text(b, "answeredOn").localeCompare(text(a, "answeredOn")),
    );
  if (latest === undefined) {
    return "noAnswer";
  }
  return text(latest, "answer") === "候補あり" ? "candidate" : "noCandidate";
};

const numbersOf = (records: readonly Raw[]): string[] =>
  records.map((one) => text(one, "$id")).sort();

export const countIndependently = (input: {
  edition: Raw;
  nominations: readonly Raw[];
  societies: readonly Raw[];
  answers: readonly Raw[];
  deliveries?: readonly Raw[];
  today: string;
}): IndependentCounts => {
  const { edition, today } = input;
  const running = input.nominations.filter(counts);
  const registered = running.filter((one) =>
    REGISTERED.includes(text(one, "ステータス")),
  );
  const steps: Record<string, number> = {};
  for (const one of input.nominations) {
    if (text(one, "nominationKind") === "他薦") {
      const step = isWithdrawn(one) ? "取下げ" : text(one, "ステータス");
      steps[step] = (steps[step] ?? 0) + 1;
    }
  }
  const societies = { candidate: 0, noCandidate: 0, noAnswer: 0 };
  for (const society of input.societies) {
    if (text(society, "active") === "有効") {
      societies[societyState(society, running, input.answers)] += 1;
    }
  }
  const saturday = saturdayOf(today);
  const isMailed = (input.deliveries ?? []).some(
    (one) => text(one, "deliveryState") === "送付済",
  );
  const required = Math.max(1, Number(text(edition, "target") || "1"));
  const isOwed: Record<string, boolean> = {
    contact:
      societies.noAnswer > 0 ||
      running.some((one) => owes(one, edition, "contact")),
    register:
      registered.length < required ||
      running.some((one) => owes(one, edition, "register")),
    report: !isMailed,
    case: running.some((one) => owes(one, edition, "case")),
  };
  const [nextDate = null] = Object.keys(isOwed)
    .filter((id) => isOwed[id])
    .map((id) => text(edition, `${id}Date`))
    .filter((day) => day !== "" && day >= today)
    .sort();
  return {
    running: running.length,
    registered: registered.length,
    registeredInTime: registered.filter((one) => {
      const done = text(one, "registerDone");
      return done !== "" && done <= text(edition, "registerDate");
    }).length,
    steps,
    societies,
    counted: numbersOf(running),
    overdue: numbersOf(
      running.filter((one) =>
        openDates(one, edition).some((due) => due < today),
      ),
    ),
    week: numbersOf(
      running.filter((one) =>
        openDates(one, edition).some((due) => due >= today && due <= saturday),
      ),
    ),
    nextDate,
    businessDaysLeft:
      nextDate === null ? null : workingDaysUntil(today, nextDate),
  };
};
