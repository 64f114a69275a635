/** Hands bytes to the browser's download; nothing leaves for any server. */
export const saveAs = (
  name: string,
  bytes: Uint8Array,
  contentType: string,
): void => {
  const url = URL.createObjectURL(
    new Blob([bytes.slice()], { type: contentType }),
  );
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
