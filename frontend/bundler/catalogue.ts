/** The part of the catalogue of texts that the page needs: all groups whose heading, after `##`, begins with "page". */
export function pageMessages(catalogue: string): string {
  return groupsOf(catalogue, (heading) => heading.startsWith("page"));
}

/** The part that an exported page needs: without the groups of "page in a notebook", comments, and most of the spaces that are only for its readers. */
export function exportedMessages(catalogue: string): string {
  const isWanted = (heading: string): boolean =>
    heading.startsWith("page") && !heading.startsWith("page in a notebook");
  return groupsOf(catalogue, isWanted)
    .replace(/^#.*\n|^\n/gm, "")
    .replace(/^ +/gm, (indent) => " ".repeat(Math.ceil(indent.length / 4)))
    .replace(/^([a-z0-9-]+) = /gm, "$1=")
    .replace(/\{ (\$\w+) \}/g, "{$1}");
}

function groupsOf(catalogue: string, isWanted: (heading: string) => boolean): string {
  const groups = catalogue.split(/^(?=## )/m);
  return groups.filter((group) => group.startsWith("## ") && isWanted(group.slice(3))).join("");
}
