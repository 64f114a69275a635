import { invalidInput } from "../../ground/api-error.ts";
import type { StoredFile } from "../../model/model.ts";

/** PNG, JPEG, GIF and BMP by their first bytes. */
const BEGINNINGS = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x42, 0x4d],
];
/** A picture beyond some size was refused on a real site; the size itself is ours. */
const MAX_ICON_BYTES = 800 * 1024;

const isPicture = (bytes: Uint8Array): boolean =>
  BEGINNINGS.some((beginning) =>
    beginning.every((byte, index) => bytes[index] === byte),
  );

/**
 * Refuses an icon that is no picture or too large a one, as a real site did; text and code are ours.
 *
 * @see https://github.com/kintone-labs/kintone-java-sdk/blob/master/src/test/java/com/cybozu/kintone/client/module/app/AppTest.java
 */
export const requireIconFile = ({ bytes }: StoredFile): void => {
  if (isPicture(bytes) && bytes.byteLength <= MAX_ICON_BYTES) return;
  throw invalidInput({
    "icon.file.fileKey": {
      messages: [
        {
          ja: "アイコンには800KBまでの画像ファイルを指定します。",
          en: "An icon must be an image file of up to 800 KB.",
        },
      ],
    },
  });
};
