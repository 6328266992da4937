/** A row of one step as the runner writes it: index into the run's data, row, mean loss of its trained tokens, trained tokens. */
export type RowLoss = readonly [dataset: number, row: number, loss: number, tokens: number];

/** A row with its part of the step's loss, 0 to 1. */
export interface RowShare {
  readonly dataset: number;
  readonly row: number;
  readonly loss: number;
  readonly tokens: number;
  readonly share: number;
}

/** The rows of a step, the one that carries most of its loss first. TRL's loss is a mean over tokens, so long answers weigh more. */
export function rowsOfStep(rows: readonly RowLoss[]): RowShare[] {
  const weights = rows.map(([, , loss, tokens]) => (Number.isFinite(loss) ? loss * tokens : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return rows
    .map(([dataset, row, loss, tokens], index) => ({
      dataset,
      row,
      loss,
      tokens,
      share: total === 0 ? 0 : (weights[index] ?? 0) / total,
    }))
    .toSorted((a, b) => b.share - a.share);
}
