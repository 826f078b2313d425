export const counter = { calls: 0 };

export function twice(value: number): number {
  return 2 * value;
}
