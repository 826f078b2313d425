/** Node's `zlib`, as far as reading archives needs it, by the workbook reader's own inflate. */
import { CFB } from "xlsx";

type Inflate = (data: Uint8Array, size: number) => Uint8Array;

export function inflateRawSync(data: Uint8Array, { maxOutputLength }: { maxOutputLength: number }): Buffer {
  return Buffer.from((CFB.utils as unknown as { _inflateRaw: Inflate })._inflateRaw(data, maxOutputLength));
}
