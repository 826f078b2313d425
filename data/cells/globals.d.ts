/** What cells have in addition to Node's globals, and tslab's module, which the kernel provides. */

declare function prompt(message?: string, preset?: string): string | null;
declare function confirm(message?: string): boolean;
declare module "tslab" {
  export interface Display {
    javascript(text: string): void;
    html(text: string): void;
    markdown(text: string): void;
    latex(text: string): void;
    svg(text: string): void;
    text(text: string): void;
    png(bytes: Uint8Array | string): void;
    jpeg(bytes: Uint8Array | string): void;
    gif(bytes: Uint8Array | string): void;
    pdf(bytes: Uint8Array | string): void;
    raw(type: string, content: string | Uint8Array): void;
  }
  export const display: Display;
  /** A display that later calls overwrite. */
  export function newDisplay(): Display;
}
