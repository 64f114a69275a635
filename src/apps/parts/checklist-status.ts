/** The origin of the items: the national body's, or our own sample wording. */
export const CHECKLIST_STATUSES = ["サンプル", "公式"] as const;
