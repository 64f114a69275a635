import { bootApp } from "../boot.ts";
import type { FieldRecord } from "../record/types.ts";
import { rest } from "../rest.ts";

export type Neighbours = { previous: number | null; next: number | null };

const first = async (query: string): Promise<number | null> => {
  const { records } = await rest<{ records: FieldRecord[] }>(
    "GET",
    "/k/v1/records",
    { app: bootApp().id, query, fields: ["$id"] },
  );
  const id = records[0]?.$id?.value;
  return id === undefined ? null : Number(id);
};

/** The records before and after, in the default order (newest first). */
export const neighbours = async (id: number): Promise<Neighbours> => {
  const [previous, next] = await Promise.all([
    first(`$id > ${id} order by $id asc limit 1`),
    first(`$id < ${id} order by $id desc limit 1`),
  ]);
  return { previous, next };
};
