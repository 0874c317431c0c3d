/** A catalogue of texts; the build and the tests load the part that the page needs. */
declare module "*.ftl" {
  const messages: string;
  export default messages;
}

/** The catalogues of all languages, by code: the build and the tests make this module of `mnistviz/locale/*.ftl`. */
declare module "catalogues" {
  const catalogues: Readonly<Record<string, string>>;
  export default catalogues;
}
