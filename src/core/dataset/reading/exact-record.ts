/** A record of a file that stores values instead of text, as JSON with its numbers written exactly. */
export interface ExactRecord {
  /** Its JSON as Python writes it (NaN and the infinities too), with its bytes as base64. */
  readonly text: string;
  /**
   * The same for rules and people to look at: without bytes and without the metadata of images and sounds, which are no text of the
   * dataset.
   */
  readonly shown: string;
  /** It has numbers with more digits than a float holds, which are told apart by their digits. */
  readonly hasDecimals: boolean;
}
