/** Written by the builder: what cells can import. */
declare module "virtual:modules" {
  export const modules: Readonly<Record<string, () => unknown>>;
}

declare module "*.css" {
  const text: string;
  export default text;
}
