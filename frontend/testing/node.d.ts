/** What the tests and the build use of Node. Its complete types would let the page's own code use it, too. */
declare module "node:fs" {
  export function readFileSync(path: string): Uint8Array;
  export function readFileSync(path: URL, encoding: "utf8"): string;
  export function readdirSync(path: URL): string[];
}

declare const process: { readonly env: Readonly<Record<string, string | undefined>> };
