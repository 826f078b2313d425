/** Node's `zlib`, as far as archives are read: by what the workbook reader carries along. */
import { CFB } from "xlsx";

type Inflate = (data: Uint8Array, size: number) => Uint8Array;

export function inflateRawSync(data: Uint8Array, { maxOutputLength }: { maxOutputLength: number }): Buffer {
  return Buffer.from((CFB.utils as unknown as { _inflateRaw: Inflate })._inflateRaw(data, maxOutputLength));
}
