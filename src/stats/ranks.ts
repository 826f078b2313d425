/** Ranks from 1, smallest first; equal values share the mean of their places. */
export function midRanks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const places = new Map<number, { first: number; count: number }>();
  sorted.forEach((value, at) => {
    const place = places.get(value);
    if (place) place.count += 1;
    else places.set(value, { first: at + 1, count: 1 });
  });
  return values.map((value) => {
    const { first, count } = places.get(value)!;
    return first + (count - 1) / 2;
  });
}
