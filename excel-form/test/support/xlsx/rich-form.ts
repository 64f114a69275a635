import {
  EXTRA_CELLS,
  EXTRA_ELEMENTS,
  EXTRA_SHEET_RELATIONS,
  EXTRA_TYPES,
  EXTRA_WORKBOOK_RELATIONS,
  extraParts,
} from "./rich-extras.ts";
import type { Parts } from "./zip.ts";
import { zipParts } from "./zip.ts";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS =
  "http://schemas.openxmlformats.org/package/2006/relationships";
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006";
const MICROSOFT = "http://schemas.microsoft.com/office";
const SHEET_TYPE =
  "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The list has one pre-drawn row, 11; the total is in row 12. */
export const RICH_LIST_ROW = 11;
export const RICH_SHEET = "回答 シート";

const relations = (
  ...items: ReadonlyArray<readonly [id: string, type: string, target: string]>
): string =>
  `${XML}<Relationships xmlns="${RELATIONS}">${items
    .map(
      ([id, type, target]) =>
        `<Relationship Id="${id}" Type="${type.startsWith("http") ? type : `${OFFICE}/relationships/${type}`}" Target="${target}"${target.startsWith("http") ? ' TargetMode="External"' : ""}/>`,
    )
    .join("")}</Relationships>`;

const STRINGS = [
  '<si><t>自己宣言の登録（他薦）状況回答シート</t><rPh sb="0" eb="2"><t>ジコ</t></rPh><phoneticPr fontId="1"/></si>',
  "<si><t>都道府県連名</t></si>",
  '<si><r><rPr><b/><sz val="11"/><rFont val="ＭＳ ゴシック"/></rPr><t>太字</t></r><r><rPr><sz val="11"/><rFont val="ＭＳ ゴシック"/></rPr><t xml:space="preserve">と普通 </t></r></si>',
  "<si><t>No.</t></si>",
  '<si><t>商工会名</t><rPh sb="0" eb="4"><t>ショウコウカイメイ</t></rPh></si>',
  "<si><t>事業所名</t></si>",
  "<si><t>区分</t></si>",
  "<si><t>登録日</t></si>",
  "<si><t>星</t></si>",
  "<si><t>点数</t></si>",
  "<si><t>合計</t></si>",
  "<si><t>法人・個人</t></si>",
  "<si><t>※行が足りないときは追加してください。</t></si>",
  "<si><t>列1</t></si>",
  "<si><t>列2</t></si>",
  "<si><t>★</t></si>",
  "<si><t>★★</t></si>",
  "<si><t>一覧</t></si>",
];

const text = (address: string, index: number, style = 1): string =>
  `<c r="${address}" s="${style}" t="s"><v>${index}</v></c>`;

const formula = (address: string, content: string, value = "0"): string =>
  `<c r="${address}" s="1"><f>${content}</f><v>${value}</v></c>`;

const ROWS = [
  `<row r="1" spans="1:12" ht="24" customHeight="1" x14ac:dyDescent="0.4">${text("A1", 0)}</row>`,
  `<row r="3">${text("A3", 1)}<c r="B3" s="4"/></row>`,
  `<row r="4">${text("A4", 2)}<c r="C4" s="1" t="str"><f>B3&amp;"様"</f><v>様</v></c></row>`,
  `<row r="5">${formula("D5", "COUNTA(B11:B11)")}${formula("E5", "SUM(H$11:H$11)")}${formula("F5", "LOG10(100)+'回答 シート'!H11", "2")}${formula("G5", "SUM(H11)")}</row>`,
  `<row r="9">${text("K9", 17)}</row>`,
  `<row r="10">${text("A10", 3)}${text("B10", 4)}${text("C10", 5)}<c r="D10" s="1"/>${text("E10", 6)}${text("F10", 7)}${text("G10", 8)}${text("H10", 9)}${EXTRA_CELLS[10]}</row>`,
  `<row r="11" spans="1:12" ht="20.25" customHeight="1"><c r="A11" s="1"><v>1</v></c><c r="B11" s="1"/><c r="C11" s="1"/><c r="D11" s="1"/>${text("E11", 11)}<c r="F11" s="2"/><c r="G11" s="1"/><c r="H11" s="1"/>${formula("I11", "H11*2")}${formula("J11", "SUM($H$11:H11)")}<c r="K11" s="1"/><c r="L11" s="1"/>${EXTRA_CELLS[11]}</row>`,
  `<row r="12">${text("A12", 10)}<c r="E12" s="1" t="str"><f>IF(H12&gt;0,"あり","なし")</f><v>なし</v></c>${formula("F12", "MAX(F11:F11)")}${formula("G12", 'COUNTIF(G11:G11,"★")')}${formula("H12", "SUM(H11:H11)")}<c r="I12" s="1" t="e"><f>AVERAGE(I11:I11)</f><v>#DIV/0!</v></c>${EXTRA_CELLS[12]}</row>`,
  `<row r="13"><c r="D13"><f t="shared" ref="D13:F13" si="0">D12+$H$12</f><v>0</v></c><c r="E13"><f t="shared" si="0"/><v>0</v></c><c r="F13"><f t="shared" si="0"/><v>0</v></c>${EXTRA_CELLS[13]}</row>`,
  `<row r="14"><c r="H14"><f t="array" ref="H14">SUM(H11:H11*1)</f><v>0</v></c>${EXTRA_CELLS[14]}</row>`,
  `<row r="15">${text("A15", 12)}<c r="H15" t="str"><f>IF(INDIRECT("H11")="","A12 A11:B12",'集計'!A1)</f><v>A12 A11:B12</v></c>${EXTRA_CELLS[15]}</row>`,
  `<row r="18">${text("A18", 13)}${text("B18", 14)}</row>`,
  `<row r="19"><c r="A19"><v>1</v></c><c r="B19"><f>表1[[#This Row],[列1]]*2</f><v>2</v></c></row>`,
  `<row r="20"><c r="A20"><v>2</v></c><c r="B20"><f>表1[[#This Row],[列1]]*2</f><v>4</v></c></row>`,
].join("");

const EXTENSIONS = `<extLst>${EXTRA_ELEMENTS.extensions}<ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}" xmlns:x14="${MICROSOFT}/spreadsheetml/2009/9/main"><x14:conditionalFormattings><x14:conditionalFormatting xmlns:xm="${MICROSOFT}/excel/2006/main"><x14:cfRule type="expression" priority="9" id="{00000000-0001-0000-0000-000000000001}"><xm:f>'集計'!$A$1&lt;$H11</xm:f><x14:dxf/></x14:cfRule><xm:sqref>C11:D11</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings></ext><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="${MICROSOFT}/spreadsheetml/2009/9/main"><x14:dataValidations count="1" xmlns:xm="${MICROSOFT}/excel/2006/main"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1"><x14:formula1><xm:f>'集計'!$D$1:$D$2</xm:f></x14:formula1><xm:sqref>G11</xm:sqref></x14:dataValidation></x14:dataValidations></ext><ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}" xmlns:x14="${MICROSOFT}/spreadsheetml/2009/9/main"><x14:sparklineGroups xmlns:xm="${MICROSOFT}/excel/2006/main"><x14:sparklineGroup displayEmptyCellsAs="gap"><x14:sparklines><x14:sparkline><xm:f>'${RICH_SHEET}'!H11:J11</xm:f><xm:sqref>L11</xm:sqref></x14:sparkline><x14:sparkline><xm:f>'${RICH_SHEET}'!A19:A20</xm:f><xm:sqref>L12</xm:sqref></x14:sparkline></x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext></extLst>`;

const CONTROL = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><controls><mc:AlternateContent><mc:Choice Requires="x14"><control shapeId="1026" r:id="rIdC" name="Check 1"><controlPr defaultSize="0" autoFill="0" autoLine="0" autoPict="0" linkedCell="$J$16"><anchor moveWithCells="1"><from><xdr:col>2</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>15</xdr:row><xdr:rowOff>0</xdr:rowOff></from><to><xdr:col>3</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>16</xdr:row><xdr:rowOff>0</xdr:rowOff></to></anchor></controlPr></control></mc:Choice></mc:AlternateContent></controls></mc:Choice></mc:AlternateContent>`;

const SHEET1 = `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships" xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="${MICROSOFT}/spreadsheetml/2009/9/ac"><sheetPr codeName="Sheet1"><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:O20"/><sheetViews><sheetView tabSelected="1" view="pageBreakPreview" topLeftCell="A1" workbookViewId="0"><pane ySplit="10" topLeftCell="A11" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A15" sqref="A15:B15"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="18.75" x14ac:dyDescent="0.4"/><cols><col min="1" max="1" width="6.5" customWidth="1"/><col min="2" max="8" width="14.125" customWidth="1" style="1"/></cols><sheetData>${ROWS}</sheetData><sheetProtection algorithmName="SHA-512" hashValue="MTIzNDU2Nzg5MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTI=" saltValue="MTIzNDU2Nzg5MDEyMzQ1Ng==" spinCount="100000" sheet="1" objects="1" scenarios="1"/><protectedRanges><protectedRange sqref="B11:H11" name="入力"/></protectedRanges>${EXTRA_ELEMENTS.scenarios}<autoFilter ref="A10:J11"/>${EXTRA_ELEMENTS.sortState}${EXTRA_ELEMENTS.dataConsolidate}<customSheetViews><customSheetView guid="{11111111-2222-3333-4444-555555555555}"><selection activeCell="A15" sqref="A15"/><rowBreaks count="1" manualBreakCount="1"><brk id="14" max="16383" man="1"/></rowBreaks><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></customSheetView></customSheetViews><mergeCells count="4"><mergeCell ref="A1:H1"/><mergeCell ref="C11:D11"/><mergeCell ref="K9:K11"/><mergeCell ref="A15:G15"/></mergeCells><phoneticPr fontId="1"/><conditionalFormatting sqref="A11:J11"><cfRule type="expression" dxfId="0" priority="1"><formula>$H11&gt;SUM($H$11:$H$11)/2</formula></cfRule></conditionalFormatting><conditionalFormatting sqref="H11"><cfRule type="dataBar" priority="2"><dataBar><cfvo type="formula" val="$H$12"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting><conditionalFormatting sqref="A15:G15"><cfRule type="expression" dxfId="0" priority="3"><formula>$H$12=0</formula></cfRule></conditionalFormatting><dataValidations count="2"><dataValidation type="list" allowBlank="1" showInputMessage="1" promptTitle="区分" prompt="法人か個人" sqref="E11"><formula1>"法人,個人,法人・個人"</formula1></dataValidation><dataValidation type="whole" allowBlank="1" sqref="H11 B3"><formula1>0</formula1><formula2>$H$12+100</formula2></dataValidation></dataValidations><hyperlinks><hyperlink ref="A15" r:id="rIdH"/><hyperlink ref="B3" location="'${RICH_SHEET}'!A15" display="注"/></hyperlinks><printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0" r:id="rIdP"/><headerFooter differentFirst="1"><oddFooter>&amp;C&amp;P / &amp;N</oddFooter><firstHeader>&amp;L&amp;G&amp;R&amp;9別添</firstHeader></headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="16" max="16383" man="1"/></rowBreaks>${EXTRA_ELEMENTS.columnBreaks}<cellWatches><cellWatch r="H12"/></cellWatches><ignoredErrors><ignoredError sqref="A11 A19" numberStoredAsText="1"/></ignoredErrors><drawing r:id="rIdD"/><legacyDrawing r:id="rIdV"/><legacyDrawingHF r:id="rIdHF"/>${EXTRA_ELEMENTS.oleObjects}${CONTROL}${EXTRA_ELEMENTS.webPublishItems}<tableParts count="1"><tablePart r:id="rIdT"/></tableParts>${EXTENSIONS}</worksheet>`;

const SHEET2 = `${XML}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><sheetData><row r="1"><c r="A1"><f>SUM('${RICH_SHEET}'!H11:H11)</f><v>0</v></c><c r="B1"><f>'${RICH_SHEET}'!H12</f><v>0</v></c><c r="C1"><f>SUM(回答シート1)+合計点</f><v>0</v></c><c r="D1" t="s"><v>15</v></c></row><row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">A1+'${RICH_SHEET}'!$H$12</f><v>0</v></c><c r="D2" t="s"><v>16</v></c></row><row r="3"><c r="A3"><f t="shared" si="0"/><v>0</v></c></row></sheetData><conditionalFormatting sqref="A1"><cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;SUM('${RICH_SHEET}'!$H$11:$H$11)</formula></cfRule></conditionalFormatting><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><drawing r:id="rId1"/></worksheet>`;

const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="[$-ja-JP-x-gannen]ggge&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><fonts count="2"><font><sz val="11"/><color theme="1"/><name val="ＭＳ ゴシック"/><family val="3"/><charset val="128"/></font><font><sz val="6"/><name val="ＭＳ ゴシック"/><family val="3"/><charset val="128"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor theme="7" tint="0.79998168889431442"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"><color indexed="64"/></left><right style="thin"><color indexed="64"/></right><top style="thin"><color indexed="64"/></top><bottom style="thin"><color indexed="64"/></bottom><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment vertical="center"/></xf></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><alignment vertical="center"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"><alignment vertical="center" wrapText="1"/></xf><xf numFmtId="176" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"><alignment vertical="center"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="0" fillId="2" borderId="1" xfId="0" applyFill="1"><protection locked="0"/></xf></cellXfs><cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill></dxf></dxfs><tableStyles count="0" defaultTableStyle="TableStyleMedium2" defaultPivotStyle="PivotStyleLight16"/></styleSheet>`;

const scheme = (name: string, rgb: string) =>
  `<a:${name}><a:srgbClr val="${rgb}"/></a:${name}>`;

const THEME = `${XML}<a:theme xmlns:a="${DRAWING}/main" name="Office"><a:themeElements><a:clrScheme name="Office"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>${scheme("dk2", "44546A")}${scheme("lt2", "E7E6E6")}${scheme("accent1", "4472C4")}${scheme("accent2", "ED7D31")}${scheme("accent3", "A5A5A5")}${scheme("accent4", "FFC000")}${scheme("accent5", "5B9BD5")}${scheme("accent6", "70AD47")}${scheme("hlink", "0563C1")}${scheme("folHlink", "954F72")}</a:clrScheme><a:fontScheme name="Office"><a:majorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst><a:lnStyleLst><a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="12700"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln><a:ln w="19050"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln></a:lnStyleLst><a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst><a:bgFillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

const corner = (name: string, column: number, row: number): string =>
  `<xdr:${name}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${name}>`;

const shape = (id: number, name: string, attributes = "", words = name) =>
  `<xdr:sp macro=""${attributes}><xdr:nvSpPr><xdr:cNvPr id="${id}" name="${name}"/><xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="600000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="ja-JP"/><a:t>${words}</a:t></a:r></a:p></xdr:txBody></xdr:sp>`;

const anchored = (
  from: number,
  to: number,
  content: string,
  editAs = "",
): string =>
  `<xdr:twoCellAnchor${editAs && ` editAs="${editAs}"`}>${corner("from", 1, from)}${corner("to", 2, to)}${content}<xdr:clientData/></xdr:twoCellAnchor>`;

const DRAWING1 = `${XML}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main">${anchored(14, 15, shape(2, "印", ` textlink="'${RICH_SHEET}'!$H$12"`, "0"))}${anchored(8, 14, shape(3, "囲み"))}${anchored(14, 16, shape(4, "固定"), "absolute")}${anchored(5, 13, shape(5, "大きさ固定"), "oneCell")}<xdr:oneCellAnchor>${corner("from", 3, 15)}<xdr:ext cx="300000" cy="300000"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="6" name="ロゴ"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip xmlns:r="${OFFICE}/relationships" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="300000" cy="300000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor>${anchored(17, 18, `<xdr:grpSp><xdr:nvGrpSpPr><xdr:cNvPr id="7" name="組"/><xdr:cNvGrpSpPr/></xdr:nvGrpSpPr><xdr:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="600000" cy="300000"/><a:chOff x="0" y="0"/><a:chExt cx="600000" cy="300000"/></a:xfrm></xdr:grpSpPr>${shape(8, "組の中")}</xdr:grpSp>`)}</xdr:wsDr>`;

const DRAWING2 = `${XML}<xdr:wsDr xmlns:xdr="${DRAWING}/spreadsheetDrawing" xmlns:a="${DRAWING}/main"><xdr:twoCellAnchor>${corner("from", 5, 1)}${corner("to", 12, 15)}<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="グラフ"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${DRAWING}/chart"><c:chart xmlns:c="${DRAWING}/chart" xmlns:r="${OFFICE}/relationships" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;

const CHART = `${XML}<c:chartSpace xmlns:c="${DRAWING}/chart" xmlns:a="${DRAWING}/main"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>'${RICH_SHEET}'!$H$10</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>点数</c:v></c:pt></c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:f>'${RICH_SHEET}'!$C$11:$C$11</c:f></c:strRef></c:cat><c:val><c:numRef><c:f>'${RICH_SHEET}'!$H$11</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="1"/></c:numCache></c:numRef></c:val><c:extLst><c:ext uri="{02D57815-91ED-43cb-92C2-25804820EDAC}" xmlns:c15="${MICROSOFT}/drawing/2012/chart"><c15:fullRef><c15:sqref>'${RICH_SHEET}'!$H$11:$H$12</c15:sqref></c15:fullRef></c:ext></c:extLst></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea><c:plotVisOnly val="1"/></c:chart><c:userShapes xmlns:r="${OFFICE}/relationships" r:id="rId1"/></c:chartSpace>`;

// Office writes <br> without an end here: the part is not well-formed XML.
const VML = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"/><v:shapetype id="_x0000_t201" coordsize="21600,21600" o:spt="201" path="m,l,21600r21600,l21600,xe"/><v:shape id="_x0000_s1025" type="#_x0000_t202" style='visibility:hidden'><v:textbox><div>注<br>記</div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>
    2, 15, 14, 10, 4, 15, 18, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>14</x:Row><x:Column>0</x:Column></x:ClientData></v:shape><v:shape id="_x0000_s1026" type="#_x0000_t201"><x:ClientData ObjectType="Checkbox"><x:SizeWithCells/><x:Anchor>2, 0, 15, 0, 3, 0, 16, 0</x:Anchor><x:FmlaLink>$J$16</x:FmlaLink></x:ClientData></v:shape></xml>`;

const VML_HEADER = `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"><v:shape id="LH" o:spid="_x0000_s2049" type="#_x0000_t75" style='position:absolute;width:30pt;height:30pt'><v:imagedata o:relid="rId1" o:title="logo"/></v:shape></xml>`;

const COMMENTS = `${XML}<comments xmlns="${MAIN}"><authors><author>tc={AAAAAAAA-0000-0000-0000-000000000001}</author></authors><commentList><comment ref="A15" authorId="0"><text><r><t>[スレッド化されたコメント]</t></r></text></comment></commentList></comments>`;

const THREADED = `${XML}<ThreadedComments xmlns="${MICROSOFT}/spreadsheetml/2018/threadedcomments"><threadedComment ref="A15" dT="2024-04-01T00:00:00.00" personId="{BBBBBBBB-0000-0000-0000-000000000001}" id="{AAAAAAAA-0000-0000-0000-000000000001}"><text>注をご確認ください</text></threadedComment></ThreadedComments>`;

const PERSONS = `${XML}<personList xmlns="${MICROSOFT}/spreadsheetml/2018/threadedcomments"><person displayName="事務局" id="{BBBBBBBB-0000-0000-0000-000000000001}" userId="S" providerId="None"/></personList>`;

const TABLE = `${XML}<table xmlns="${MAIN}" id="1" name="表1" displayName="表1" ref="A18:B20" totalsRowShown="0"><autoFilter ref="A18:B20"/><tableColumns count="2"><tableColumn id="1" name="列1"/><tableColumn id="2" name="列2"><calculatedColumnFormula>表1[[#This Row],[列1]]*2</calculatedColumnFormula></tableColumn></tableColumns><tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>`;

const CONTROL_PROPERTIES = `${XML}<formControlPr xmlns="${MICROSOFT}/spreadsheetml/2009/9/main" objectType="CheckBox" fmlaLink="$J$16" lockText="1" noThreeD="1"/>`;

const WORKBOOK = `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}/relationships"><fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/><workbookPr defaultThemeVersion="166925"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="12000"/></bookViews><sheets><sheet name="${RICH_SHEET}" sheetId="1" r:id="rId1"/><sheet name="集計" sheetId="2" r:id="rId2"/></sheets><externalReferences><externalReference r:id="rId13"/></externalReferences><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'${RICH_SHEET}'!$A$10:$J$11</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">'${RICH_SHEET}'!$A$1:$L$20</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'${RICH_SHEET}'!$9:$10</definedName><definedName name="YEN10">'${RICH_SHEET}'!$H$12</definedName><definedName name="Z_11111111_2222_3333_4444_555555555555_.wvu.PrintArea" localSheetId="0" hidden="1">'${RICH_SHEET}'!$A$1:$L$20,'${RICH_SHEET}'!$A$5:$B$9</definedName><definedName name="単価" comment="別の台帳">[1]回答シート!$A$15</definedName><definedName name="合計点">'${RICH_SHEET}'!$H$12</definedName><definedName name="回答シート1">'${RICH_SHEET}'!$H$11:$H$11</definedName></definedNames><calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="1" r:id="rId11"/><pivotCache cacheId="2" r:id="rId12"/></pivotCaches></workbook>`;

/** A 1 × 1 pixel PNG. */
const PNG = Uint8Array.from(
  atob(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  ),
  (character) => character.charCodeAt(0),
);

const types = (): string => {
  const overrides = (
    [
      ["xl/workbook.xml", `${SHEET_TYPE}.sheet.main+xml`],
      ["xl/worksheets/sheet1.xml", `${SHEET_TYPE}.worksheet+xml`],
      ["xl/worksheets/sheet2.xml", `${SHEET_TYPE}.worksheet+xml`],
      ["xl/styles.xml", `${SHEET_TYPE}.styles+xml`],
      ["xl/sharedStrings.xml", `${SHEET_TYPE}.sharedStrings+xml`],
      ["xl/calcChain.xml", `${SHEET_TYPE}.calcChain+xml`],
      [
        "xl/theme/theme1.xml",
        "application/vnd.openxmlformats-officedocument.theme+xml",
      ],
      [
        "xl/drawings/drawing1.xml",
        "application/vnd.openxmlformats-officedocument.drawing+xml",
      ],
      [
        "xl/drawings/drawing2.xml",
        "application/vnd.openxmlformats-officedocument.drawing+xml",
      ],
      [
        "xl/charts/chart1.xml",
        "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
      ],
      ["xl/comments1.xml", `${SHEET_TYPE}.comments+xml`],
      [
        "xl/threadedComments/threadedComment1.xml",
        "application/vnd.ms-excel.threadedcomments+xml",
      ],
      ["xl/persons/person.xml", "application/vnd.ms-excel.person+xml"],
      ["xl/tables/table1.xml", `${SHEET_TYPE}.table+xml`],
      [
        "xl/ctrlProps/ctrlProp1.xml",
        "application/vnd.ms-excel.controlproperties+xml",
      ],
      [
        "customXml/itemProps1.xml",
        "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
      ],
      [
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
      ],
      [
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
      ],
      ...EXTRA_TYPES,
    ] as const
  )
    .map(
      ([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`,
    )
    .join("");
  return `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="bin" ContentType="${SHEET_TYPE}.printerSettings"/><Default Extension="png" ContentType="image/png"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`;
};

/** The parts of a form with everything that inserted rows can break. */
export const richParts = (): Parts => ({
  ...extraParts(RICH_SHEET),
  "[Content_Types].xml": types(),
  "_rels/.rels": relations(
    ["rId1", "officeDocument", "xl/workbook.xml"],
    [
      "rId2",
      "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      "docProps/core.xml",
    ],
    ["rId3", "extended-properties", "docProps/app.xml"],
  ),
  "docProps/core.xml": `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>回答シート</dc:title></cp:coreProperties>`,
  "docProps/app.xml": `${XML}<Properties xmlns="${OFFICE}/extended-properties"><Application>Microsoft Excel</Application></Properties>`,
  "customXml/item1.xml": "<data xmlns='urn:example'><a/></data>",
  "customXml/itemProps1.xml": `${XML}<ds:datastoreItem ds:itemID="{CCCCCCCC-0000-0000-0000-000000000001}" xmlns:ds="${OFFICE}/customXml"/>`,
  "customXml/_rels/item1.xml.rels": relations([
    "rId1",
    "customXmlProps",
    "itemProps1.xml",
  ]),
  "xl/workbook.xml": WORKBOOK,
  "xl/_rels/workbook.xml.rels": relations(
    ["rId1", "worksheet", "worksheets/sheet1.xml"],
    ["rId2", "worksheet", "worksheets/sheet2.xml"],
    ["rId3", "styles", "styles.xml"],
    ["rId4", "sharedStrings", "sharedStrings.xml"],
    ["rId5", "theme", "theme/theme1.xml"],
    ["rId6", "calcChain", "calcChain.xml"],
    ["rId7", `${MICROSOFT}/2017/10/relationships/person`, "persons/person.xml"],
    ["rId8", "customXml", "../customXml/item1.xml"],
    ...EXTRA_WORKBOOK_RELATIONS,
  ),
  "xl/worksheets/sheet1.xml": SHEET1,
  "xl/worksheets/_rels/sheet1.xml.rels": relations(
    ["rIdH", "hyperlink", "https://example.jp/"],
    ["rIdP", "printerSettings", "../printerSettings/printerSettings1.bin"],
    ["rIdD", "drawing", "../drawings/drawing1.xml"],
    ["rIdV", "vmlDrawing", "../drawings/vmlDrawing1.vml"],
    ["rIdHF", "vmlDrawing", "../drawings/vmlDrawing2.vml"],
    ["rIdC", "ctrlProp", "../ctrlProps/ctrlProp1.xml"],
    ["rIdT", "table", "../tables/table1.xml"],
    ["rIdN", "comments", "../comments1.xml"],
    [
      "rIdTC",
      `${MICROSOFT}/2017/10/relationships/threadedComment`,
      "../threadedComments/threadedComment1.xml",
    ],
    ...EXTRA_SHEET_RELATIONS,
  ),
  "xl/worksheets/sheet2.xml": SHEET2,
  "xl/worksheets/_rels/sheet2.xml.rels": relations(
    ["rId1", "drawing", "../drawings/drawing2.xml"],
    ["rId2", "pivotTable", "../pivotTables/pivotTable1.xml"],
  ),
  "xl/styles.xml": STYLES,
  "xl/sharedStrings.xml": `${XML}<sst xmlns="${MAIN}" count="20" uniqueCount="${STRINGS.length}">${STRINGS.join("")}</sst>`,
  "xl/theme/theme1.xml": THEME,
  "xl/calcChain.xml": `${XML}<calcChain xmlns="${MAIN}"><c r="H12" i="1"/><c r="A1" i="2"/></calcChain>`,
  "xl/drawings/drawing1.xml": DRAWING1,
  "xl/drawings/_rels/drawing1.xml.rels": relations(
    ["rId1", "image", "../media/image1.png"],
    ["rId2", "hyperlink", "#'回答%20シート'!A15"],
  ),
  "xl/drawings/drawing2.xml": DRAWING2,
  "xl/drawings/_rels/drawing2.xml.rels": relations(
    ["rId1", "chart", "../charts/chart1.xml"],
    [
      "rId2",
      `${MICROSOFT}/2014/relationships/chartEx`,
      "../charts/chartEx1.xml",
    ],
  ),
  "xl/charts/chart1.xml": CHART,
  "xl/drawings/vmlDrawing1.vml": VML,
  "xl/drawings/vmlDrawing2.vml": VML_HEADER,
  "xl/drawings/_rels/vmlDrawing2.vml.rels": relations([
    "rId1",
    "image",
    "../media/image1.png",
  ]),
  "xl/media/image1.png": PNG,
  "xl/comments1.xml": COMMENTS,
  "xl/threadedComments/threadedComment1.xml": THREADED,
  "xl/persons/person.xml": PERSONS,
  "xl/tables/table1.xml": TABLE,
  "xl/ctrlProps/ctrlProp1.xml": CONTROL_PROPERTIES,
  "xl/printerSettings/printerSettings1.bin": new Uint8Array([1, 2, 3, 4]),
});

export const richForm = (): Uint8Array => zipParts(richParts());
