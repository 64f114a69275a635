import type { Parts } from "./zip.ts";

/**
 * Rare parts that Excel keeps beside a form's cells: pivot tables, other books,
 * queries, cells bound to XML, metadata of dynamic arrays.
 */
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const RELATIONS =
  "http://schemas.openxmlformats.org/package/2006/relationships";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const MICROSOFT = "http://schemas.microsoft.com/office";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

const relations = (items: string): string =>
  `${XML}<Relationships xmlns="${RELATIONS}">${items}</Relationships>`;
const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/relationships/${type}" Target="${target}"/>`;

const field = (name: string): string =>
  `<cacheField name="${name}" numFmtId="0"><sharedItems/></cacheField>`;

const cache = (source: string, attributes = ""): string =>
  `${XML}<pivotCacheDefinition xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"${attributes} refreshedBy="事務局" createdVersion="6" refreshedVersion="6" recordCount="0">${source}<cacheFields count="2">${field("区分")}${field("点数")}</cacheFields></pivotCacheDefinition>`;

const PIVOT_TABLE = `${XML}<pivotTableDefinition xmlns="${MAIN}" name="ピボット1" cacheId="1" dataCaption="値"><location ref="A6:B7" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="2"><pivotField axis="axisRow" showAll="0"/><pivotField dataField="1" showAll="0"/></pivotFields></pivotTableDefinition>`;

export const extraParts = (sheet: string): Parts => ({
  "xl/pivotCache/pivotCacheDefinition1.xml": cache(
    `<cacheSource type="worksheet"><worksheetSource ref="A10:H11" sheet="${sheet}"/></cacheSource>`,
    ' r:id="rId1"',
  ),
  "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": relations(
    relation("rId1", "pivotCacheRecords", "pivotCacheRecords1.xml"),
  ),
  "xl/pivotCache/pivotCacheRecords1.xml": `${XML}<pivotCacheRecords xmlns="${MAIN}" count="0"/>`,
  "xl/pivotCache/pivotCacheDefinition2.xml": cache(
    `<cacheSource type="consolidation"><consolidation autoPage="0"><rangeSets count="2"><rangeSet ref="A18:B20" sheet="${sheet}"/><rangeSet ref="A18:B20" sheet="集計"/></rangeSets></consolidation></cacheSource>`,
    ' saveData="0"',
  ),
  "xl/pivotTables/pivotTable1.xml": PIVOT_TABLE,
  "xl/pivotTables/_rels/pivotTable1.xml.rels": relations(
    relation(
      "rId1",
      "pivotCacheDefinition",
      "../pivotCache/pivotCacheDefinition1.xml",
    ),
  ),
  "xl/externalLinks/externalLink1.xml": `${XML}<externalLink xmlns="${MAIN}"><externalBook xmlns:r="${OFFICE}/relationships" r:id="rId1"><sheetNames><sheetName val="${sheet}"/></sheetNames><definedNames><definedName name="単価" refersTo="='${sheet}'!$A$15"/></definedNames><sheetDataSet><sheetData sheetId="0"><row r="15"><cell r="A15"><v>5</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`,
  "xl/externalLinks/_rels/externalLink1.xml.rels": relations(
    `<Relationship Id="rId1" Type="${OFFICE}/relationships/externalLinkPath" Target="%E5%8F%B0%E5%B8%B3.xlsx" TargetMode="External"/>`,
  ),
  "xl/connections.xml": `${XML}<connections xmlns="${MAIN}"><connection id="1" name="照会" type="1" refreshedVersion="6"><dbPr connection="DSN=x" command="select"/><parameters count="1"><parameter name="番号" parameterType="cell" cell="'${sheet}'!$H$12"/></parameters></connection></connections>`,
  "xl/xmlMaps.xml": `${XML}<MapInfo xmlns="${MAIN}" SelectionNamespaces=""><Schema ID="Schema1"/><Map ID="1" Name="回答_対応付け" RootElement="回答" SchemaID="Schema1" ShowImportExportValidationErrors="0" AutoFit="1" Append="0" PreserveSortAFLayout="1" PreserveFormat="1"/></MapInfo>`,
  "xl/tables/tableSingleCells1.xml": `${XML}<singleXmlCells xmlns="${MAIN}"><singleXmlCell id="2" r="C15" connectionId="0"><xmlCellPr id="1"><xmlPr mapId="1" xpath="/回答/備考" xmlDataType="string"/></xmlCellPr></singleXmlCell></singleXmlCells>`,
  "xl/metadata.xml": `${XML}<metadata xmlns="${MAIN}" xmlns:xda="${MICROSOFT}/spreadsheetml/2017/dynamicarray"><metadataTypes count="1"><metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1" splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/></metadataTypes><futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}"><xda:dynamicArrayProperties fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata><cellMetadata count="1"><bk><rc t="1" v="0"/></bk></cellMetadata></metadata>`,
  "xl/charts/_rels/chart1.xml.rels": relations(
    relation("rId1", "chartUserShapes", "../drawings/drawing3.xml"),
  ),
  "xl/drawings/drawing3.xml": `${XML}<c:userShapes xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main" xmlns:cdr="${DRAWING}/chartDrawing"><cdr:relSizeAnchor><cdr:from><cdr:x>0.1</cdr:x><cdr:y>0.1</cdr:y></cdr:from><cdr:to><cdr:x>0.2</cdr:x><cdr:y>0.2</cdr:y></cdr:to><cdr:sp macro="" textlink="'${sheet}'!$H$12"><cdr:nvSpPr><cdr:cNvPr id="2" name="合計"/><cdr:cNvSpPr/></cdr:nvSpPr><cdr:spPr/><cdr:txBody><a:bodyPr/><a:p><a:r><a:t>計</a:t></a:r></a:p></cdr:txBody></cdr:sp></cdr:relSizeAnchor></c:userShapes>`,
  // A waterfall or the like, of the newer kind.
  "xl/charts/chartEx1.xml": `${XML}<cx:chartSpace xmlns:cx="${MICROSOFT}/drawing/2014/chartex"><cx:chartData><cx:data id="0"><cx:numDim type="val"><cx:f>'${sheet}'!$H$11</cx:f><cx:lvl ptCount="1"><cx:pt idx="0">0</cx:pt></cx:lvl></cx:numDim></cx:data></cx:chartData></cx:chartSpace>`,
  "xl/embeddings/oleObject1.bin": new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
});

/** Part and content type. */
export const EXTRA_TYPES = [
  [
    "xl/pivotCache/pivotCacheDefinition1.xml",
    `${TYPE}.pivotCacheDefinition+xml`,
  ],
  ["xl/pivotCache/pivotCacheRecords1.xml", `${TYPE}.pivotCacheRecords+xml`],
  [
    "xl/pivotCache/pivotCacheDefinition2.xml",
    `${TYPE}.pivotCacheDefinition+xml`,
  ],
  ["xl/pivotTables/pivotTable1.xml", `${TYPE}.pivotTable+xml`],
  ["xl/externalLinks/externalLink1.xml", `${TYPE}.externalLink+xml`],
  ["xl/connections.xml", `${TYPE}.connections+xml`],
  ["xl/tables/tableSingleCells1.xml", `${TYPE}.tableSingleCells+xml`],
  ["xl/metadata.xml", `${TYPE}.sheetMetadata+xml`],
  ["xl/charts/chartEx1.xml", "application/vnd.ms-office.chartex+xml"],
  [
    "xl/drawings/drawing3.xml",
    "application/vnd.openxmlformats-officedocument.drawingml.chartshapes+xml",
  ],
] as const;

/** Relationship id, type, target. */
export const EXTRA_WORKBOOK_RELATIONS = [
  ["rId11", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition1.xml"],
  ["rId12", "pivotCacheDefinition", "pivotCache/pivotCacheDefinition2.xml"],
  ["rId13", "externalLink", "externalLinks/externalLink1.xml"],
  ["rId14", "connections", "connections.xml"],
  ["rId15", "xmlMaps", "xmlMaps.xml"],
  ["rId16", "sheetMetadata", "metadata.xml"],
] as const;

export const EXTRA_SHEET_RELATIONS = [
  ["rIdX", "tableSingleCells", "../tables/tableSingleCells1.xml"],
  ["rIdO", "oleObject", "../embeddings/oleObject1.bin"],
] as const;

const anchor = (attributes: string, from: number, to: number): string => {
  const corner = (name: string, row: number): string =>
    `<${name}><xdr:col>9</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></${name}>`;
  return `<anchor${attributes}>${corner("from", from)}${corner("to", to)}</anchor>`;
};

const COMPATIBLE =
  "http://schemas.openxmlformats.org/markup-compatibility/2006";
const alternate = (choice: string, fallback: string): string =>
  `<mc:AlternateContent xmlns:mc="${COMPATIBLE}"><mc:Choice Requires="x14">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;
const ole = (content: string): string =>
  `<oleObject progId="Word.Document.12" shapeId="1030" r:id="rIdO">${content}</oleObject>`;

/** By the place in the order of a worksheet's elements. */
export const EXTRA_ELEMENTS = {
  scenarios: `<scenarios current="0" sqref="H12"><scenario name="見込" count="1" user="事務局"><inputCells r="B15" val="3"/></scenario></scenarios>`,
  sortState: `<sortState ref="A11:J11"><sortCondition descending="1" ref="H11:H11"/></sortState>`,
  dataConsolidate: `<dataConsolidate><dataRefs count="2"><dataRef ref="A18:B20" sheet="回答 シート"/><dataRef ref="A18:B20" sheet="集計"/></dataRefs></dataConsolidate>`,
  columnBreaks: `<colBreaks count="1" manualBreakCount="1"><brk id="8" max="19" man="1"/></colBreaks>`,
  oleObjects: `<oleObjects>${alternate(ole(`<objectPr defaultSize="0" r:id="rIdO">${anchor(' moveWithCells="1"', 9, 13)}</objectPr>`), ole(""))}</oleObjects>`,
  webPublishItems: `<webPublishItems count="1"><webPublishItem id="1" divId="d1" sourceType="range" sourceRef="A1:L20" destinationFile="a.htm"/></webPublishItems>`,
  extensions: `<ext uri="{F7C9EE02-42E1-4005-9D12-6889AFFD525C}" xmlns:x15="${MICROSOFT}/spreadsheetml/2010/11/main"><x15:webExtensions xmlns:xm="${MICROSOFT}/excel/2006/main"><x15:webExtension appRef="{A}"><xm:f>'回答 シート'!$A$18:$B$20</xm:f></x15:webExtension></x15:webExtensions></ext>`,
} as const;

/** Cells right of the form, by row: what the formulas of newer editions look like. */
export const EXTRA_CELLS: Readonly<Record<number, string>> = {
  10: `<c r="N10"><f t="shared" ref="N10:N13" si="1">H10&amp;""</f><v></v></c>`,
  11: `<c r="M11" s="1" cm="1"><f t="array" ref="M11">_xlfn.XLOOKUP(H11,$H$11:$H$11,$B$11:$B$11)</f><v>0</v></c><c r="N11"><f t="shared" si="1"/><v></v></c>`,
  12: `<c r="M12" cm="1"><f t="array" ref="M12:M13">_xlfn._xlws.SORT(H13:H14)</f><v>0</v></c><c r="N12"><f t="shared" si="1"/><v></v></c><c r="O12"><f>SUM(_xlfn.ANCHORARRAY(M12))</f><v>0</v></c>`,
  13: `<c r="M13"><v>0</v></c><c r="N13"><f t="shared" si="1"/><v></v></c><c r="O13"><f>_xlfn.LET(_xlpm.x,H12,_xlpm.x+YEN10)</f><v>0</v></c>`,
  14: `<c r="M14"><f>[1]回答シート!$A$15+'[1]回答 シート'!A15+H12</f><v>0</v></c>`,
  15: `<c r="M15"><f t="dataTable" ref="M15:M15" dt2D="0" dtr="0" r1="H11"/><v>0</v></c><c r="N15"><f t="dataTable" ref="N15:N15" dt2D="0" dtr="0" r1="H12"/><v>0</v></c>`,
};
