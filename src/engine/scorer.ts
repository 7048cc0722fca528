import { MANY_LABELS, nearest, RIVALS } from './rivals.ts';
import { addRow, type Index, isCommon } from './rows.ts';
import type { Vector } from './space.ts';

/** Score of every label for a text, by position: ⟨x, w⟩. @param into what it is added to; zeros when left out */
export type Scorer = (text: Vector, into?: Float64Array) => Float64Array;

/**
 * Scores texts in one pass over the rows of their features.
 * Above a thousand labels only the best have their whole score; the others are without what features add that many labels have.
 */
export function createScorer(index: Index): Scorer {
  const { labels, label, weight, starts } = index;
  if (labels <= MANY_LABELS)
    return (text, into = new Float64Array(labels)) => {
      for (let at = 0; at < text.ids.length; at++) {
        const id = text.ids[at]!;
        addRow(into, label, weight, starts[id]!, starts[id + 1]!, text.values[at]!);
      }
      return into;
    };
  const { places, full } = fullRows(index);
  const best = new Int32Array(RIVALS);
  return (text, into = new Float64Array(labels)) => {
    for (let at = 0; at < text.ids.length; at++) {
      const id = text.ids[at]!;
      if (places[id]! < 0) addRow(into, label, weight, starts[id]!, starts[id + 1]!, text.values[at]!);
    }
    nearest(into, best);
    for (let at = 0; at < text.ids.length; at++) {
      const place = places[text.ids[at]!]!;
      if (place < 0) continue;
      for (let each = 0; each < RIVALS; each++) into[best[each]!]! += text.values[at]! * full[place + best[each]!]!;
    }
    return into;
  };
}

/**
 * Rows of common features with a place for every label: of a thousand weights thirty-two are wanted, and looking for them in the row took half
 * of a question's time at 4,000 labels.
 * @returns where the row of each feature begins in `full`, -1 for the others
 */
function fullRows({ labels, label, weight, starts }: Index): { places: Int32Array; full: Float32Array } {
  const places = new Int32Array(starts.length - 1).fill(-1);
  let size = 0;
  for (let id = 0; id < places.length; id++) {
    if (!isCommon(starts[id + 1]! - starts[id]!, labels)) continue;
    places[id] = size;
    size += labels;
  }
  const full = new Float32Array(size);
  for (let id = 0; id < places.length; id++) {
    if (places[id]! < 0) continue;
    for (let at = starts[id]!; at < starts[id + 1]!; at++) full[places[id]! + label[at]!] = weight[at]!;
  }
  return { places, full };
}
