/** A record of a file whose values are no text, as JSON: how its numbers are written says them exactly. */
export interface ExactRecord {
  /** Its JSON as Python writes it (NaN and the infinities too), with its bytes as base64. */
  readonly text: string;
  /** The same for those who look at it: bytes, and what an image or a sound says of itself, are no text of the dataset. */
  readonly shown: string;
  /** It has numbers with more digits than a float holds, which are told apart by their digits. */
  readonly hasDecimals: boolean;
}
