/** What the tests use of Node. Its complete types would let the page's own code use it, too. */
declare module "node:fs" {
  export function readFileSync(path: string): Uint8Array;
}

declare const process: { readonly env: Readonly<Record<string, string | undefined>> };
