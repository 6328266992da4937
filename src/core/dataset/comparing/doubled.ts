type Numbers = Int32Array | Uint32Array | Float64Array;

/** The numbers in an array twice as long; the rest of it is zeros. */
export function doubled<T extends Numbers>(numbers: T): T {
  const ArrayOfKind = numbers.constructor as new (length: number) => T;
  const larger = new ArrayOfKind(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
