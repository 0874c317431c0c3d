/** Chooses the pieces of ink that belong to the digit: status bars and toolbars of screenshots do not, nor does dirt. */

import { text } from "../core/text";
import type { Image } from "../ink/framing_steps";
import { cropToInk } from "../ink/images";
import { RefusedPicture } from "./refused_picture";

const SPECK = 0.02; // of the largest piece's ink: smaller pieces are dirt
const NEAR = 0.5; // of the largest piece's longer side: pieces further away do not belong to it
const MOST_OF_SIDE = 0.5; // of a side's pixels: a digit cut out tightly covers as much, but then it is the only piece
const MOST = 200; // pieces; a page of text or grain has more

interface Piece {
  weight: number; // ink
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** Returns the ink of the digit alone, cropped to it. Throws RefusedPicture if there is none, or too much of it. */
export function digitPieces(ink: Image): Image {
  const { pieces, labels } = piecesOf(ink);
  if (pieces.length > MOST) throw new RefusedPicture(text("upload-not-clean"));
  const main = pieces.reduce<Piece | null>((most, piece) => (most && most.weight >= piece.weight ? most : piece), null);
  if (!main) throw new RefusedPicture(text("upload-no-ink"));
  const reach = NEAR * Math.max(main.bottom - main.top, main.right - main.left);
  const isLarge = pieces.map((piece) => piece.weight > SPECK * main.weight);
  const isKept = pieces.map((piece, i) => isLarge[i] && gapOf(piece, main) <= reach);
  const sides = sidesOf(ink, labels);
  const isAlone = isLarge.filter(Boolean).length === 1;
  if (!isAlone && isLarge.some((large, i) => large && sides.some((side) => isMostly(side, i + 1)))) {
    throw new RefusedPicture(text("upload-not-clean")); // the desk around a sheet of paper
  }
  const data = ink.data.map((value, i) => (isKept[(labels[i] as number) - 1] ? value : 0));
  return cropToInk({ ...ink, data });
}

/** Returns the labels of the pixels along each side of the picture. */
function sidesOf({ rows, columns }: Image, labels: Int32Array): Int32Array[] {
  const column = (at: number): Int32Array => labels.filter((_, i) => i % columns === at);
  return [labels.subarray(0, columns), labels.subarray((rows - 1) * columns), column(0), column(columns - 1)];
}

function isMostly(side: Int32Array, label: number): boolean {
  return side.filter((own) => own === label).length > MOST_OF_SIDE * side.length;
}

/** Returns the pixels between two pieces, along the axis on which they are further apart. */
function gapOf(one: Piece, other: Piece): number {
  const down = Math.max(one.top - other.bottom, other.top - one.bottom);
  const across = Math.max(one.left - other.right, other.left - one.right);
  return Math.max(down, across, 0);
}

/** Finds pieces of connected ink, also over corners; the label of a pixel is its piece's number from 1, or 0 for paper. */
function piecesOf({ rows, columns, data }: Image): { pieces: Piece[]; labels: Int32Array } {
  const labels = new Int32Array(data.length);
  const pieces: Piece[] = [];
  const open: number[] = [];
  for (let start = 0; start < data.length; start++) {
    if (!data[start] || labels[start]) continue;
    const piece: Piece = { weight: 0, top: rows, left: columns, bottom: 0, right: 0 };
    pieces.push(piece);
    labels[start] = pieces.length;
    open.push(start);
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const [row, column] = [Math.floor(at / columns), at % columns];
      piece.weight += data[at] as number;
      piece.top = Math.min(piece.top, row);
      piece.bottom = Math.max(piece.bottom, row + 1);
      piece.left = Math.min(piece.left, column);
      piece.right = Math.max(piece.right, column + 1);
      for (let y = Math.max(row - 1, 0); y <= Math.min(row + 1, rows - 1); y++) {
        for (let x = Math.max(column - 1, 0); x <= Math.min(column + 1, columns - 1); x++) {
          const next = y * columns + x;
          if (!data[next] || labels[next]) continue;
          labels[next] = pieces.length;
          open.push(next);
        }
      }
    }
  }
  return { pieces, labels };
}
