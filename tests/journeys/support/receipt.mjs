// The code on a receipt, worked out from the ballot.

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The code a person keeps of the ballot with this id: its first forty bits. */
export function receiptOf(id) {
  const head = BigInt(`0x${id.replaceAll("-", "").slice(0, 10)}`);
  const digits = Array.from({ length: 8 }, (_, place) => ALPHABET[Number((head >> BigInt(5 * (7 - place))) & 31n)]);
  return `${digits.slice(0, 4).join("")}-${digits.slice(4).join("")}`;
}
