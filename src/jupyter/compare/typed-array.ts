/** Plotly for Python writes arrays as base64 of little-endian numbers: their kinds by its names. */
const KINDS: Record<string, { bytes: number; read: (view: DataView, at: number) => number }> = {
  f8: { bytes: 8, read: (view, at) => view.getFloat64(at, true) },
  f4: { bytes: 4, read: (view, at) => view.getFloat32(at, true) },
  i4: { bytes: 4, read: (view, at) => view.getInt32(at, true) },
  i2: { bytes: 2, read: (view, at) => view.getInt16(at, true) },
  i1: { bytes: 1, read: (view, at) => view.getInt8(at) },
  u4: { bytes: 4, read: (view, at) => view.getUint32(at, true) },
  u2: { bytes: 2, read: (view, at) => view.getUint16(at, true) },
  u1: { bytes: 1, read: (view, at) => view.getUint8(at) },
};

/** The numbers of `{dtype, bdata}`; any other value as it is. */
export function decodeTypedArray(value: unknown): unknown {
  const { dtype, bdata } = (value ?? {}) as { dtype?: unknown; bdata?: unknown };
  if (typeof dtype !== "string" || typeof bdata !== "string") return value;
  const kind = KINDS[dtype];
  if (!kind) return value;
  const bytes = Buffer.from(bdata, "base64");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / kind.bytes) }, (_, at) =>
    kind.read(view, at * kind.bytes),
  );
}
