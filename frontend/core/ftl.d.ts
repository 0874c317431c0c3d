/** The catalogue of texts; the build and the tests load the part that the page needs. */
declare module "*.ftl" {
  const messages: string;
  export default messages;
}
