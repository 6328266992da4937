/** Two hexadecimal digits. */
export function hexByte(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
