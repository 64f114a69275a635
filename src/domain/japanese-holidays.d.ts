declare module "japanese-holidays" {
  type Holiday = {
    readonly month: number;
    readonly date: number;
    readonly name: string;
  };
  const holidays: {
    /** Substitute days are included unless `furikae` is false. */
    getHolidaysOf: (year: number, furikae?: boolean) => Holiday[];
  };
  export default holidays;
}
