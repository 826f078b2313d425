import { createRequire } from "node:module";

interface Cfb {
  utils: { cfb_new(options: object): object; cfb_add(archive: object, name: string, content: Buffer): void };
  write(archive: object, options: object): Buffer;
}
const { CFB } = createRequire(import.meta.url)("xlsx") as { CFB: Cfb };

/** A zip archive of the given parts, as Word's files are. */
export function archive(parts: Readonly<Record<string, string>>): Buffer {
  const made = CFB.utils.cfb_new({ fileType: "zip" });
  for (const [name, text] of Object.entries(parts)) CFB.utils.cfb_add(made, `/${name}`, Buffer.from(text));
  return Buffer.from(CFB.write(made, { fileType: "zip", type: "buffer", compression: true }));
}

/** A Word document of this body. */
export const word = (body: string): Buffer =>
  archive({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<w:document><w:body>${body}</w:body></w:document>`,
    "docProps/core.xml":
      "<cp:coreProperties><dc:title>Sleep</dc:title><dc:creator>A. One; B. Two</dc:creator></cp:coreProperties>",
  });
