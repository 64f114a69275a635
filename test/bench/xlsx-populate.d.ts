/** The few calls the comparison makes; the package brings no types. */
declare module "xlsx-populate" {
  type Cell = { value(value: string | number | Date): Cell };
  type Sheet = { cell(address: string): Cell };
  type Workbook = {
    sheet(name: string): Sheet;
    outputAsync(): Promise<Uint8Array>;
  };
  const populate: {
    fromDataAsync(bytes: Uint8Array): Promise<Workbook>;
  };
  export default populate;
}
