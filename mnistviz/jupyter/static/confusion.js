// The confusion matrix as a table: a row for each digit that was written, a column for each that is read.

/** @param {number[][]} rows  how many digits of class [row] are read as [column] */
function confusionTable(rows) {
  const total = rows.flat().reduce((sum, count) => sum + count, 0);
  const right = rows.reduce((sum, row, digit) => sum + row[digit], 0);
  const head = (text, scope) => Object.assign(element("th", "", [text]), { scope });
  const columns = element("tr", "", [head("written \u2193 read as \u2192", "col"), ...rows.map((_, digit) => head(String(digit), "col"))]);
  const body = rows.map((row, digit) => {
    const most = row.reduce((sum, count) => sum + count, 0);
    const cells = row.map((count, read) => {
      const cell = element("td", read === digit ? "mnistviz-right" : count ? "mnistviz-wrong" : "", [String(count)]);
      cell.style.setProperty("--mnistviz-share", most ? count / most : 0);
      return cell;
    });
    return element("tr", "", [head(String(digit), "row"), ...cells]);
  });
  const caption = element("caption", "", [`Of ${total} digits held back, ${right} are read right.`]);
  return element("table", "mnistviz-confusion", [caption, element("thead", "", [columns]), element("tbody", "", body)]);
}

