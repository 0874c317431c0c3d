/** The part of the catalogue of texts that the page needs: all groups whose heading, after `##`, begins with "page". */
export function pageMessages(catalogue: string): string {
  const groups = catalogue.split(/^(?=## )/m);
  return groups.filter((group) => group.startsWith("## page")).join("");
}
