/** The name in a cell `name?` or `?name`, which asks for documentation as in IPython; undefined of other code. */
export function pagedName(code: string): string | undefined {
  const found =
    /^\s*(?:\?\s*([\p{ID_Start}$_][\p{ID_Continue}$_.]*)|([\p{ID_Start}$_][\p{ID_Continue}$_.]*)\s*\?)\s*$/u.exec(
      code,
    );
  return found?.[1] ?? found?.[2];
}
