/** An announcement that is still to be made, as the history keeps it. */
export type Tell = {
  readonly app: "answers" | "nominations";
  readonly id: string;
  readonly organizations: readonly string[];
  readonly text: string;
};

const isTell = (value: unknown): value is Tell => {
  if (typeof value !== "object" || value === null) return false;
  const { app, id, organizations, text } = value as Partial<Tell>; // every member is checked
  return (
    (app === "answers" || app === "nominations") &&
    typeof id === "string" &&
    typeof text === "string" &&
    Array.isArray(organizations) &&
    organizations.every((code) => typeof code === "string")
  );
};

/** A text that somebody has changed by hand owes nothing. */
export const parseTells = (text: string): Tell[] => {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value.filter(isTell) : [];
  } catch {
    return [];
  }
};
