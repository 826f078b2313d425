/** True of code whose last value is not to be shown: it ends with a semicolon, comments and blanks aside. */
export function endsWithSemicolon(code: string): boolean {
  return /;\s*(\/\/[^\n]*\s*|\/\*[^]*?\*\/\s*)*$/.test(code);
}
